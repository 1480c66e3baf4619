package org.chuyi.selection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.LeadDepartment;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestSamples;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told what before and after a deadline of a contest, and that it is told once. */
@IntegrationTest
class ContestDeadlinesTest {

    private static final String MANUFACTURING = "460101";

    @Autowired
    ApplicationContext beans;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    LeadDepartment leadDepartment;

    @Autowired
    TaskInbox inbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    ContestSamples samples;
    ContestKey contest;
    Actor officer;
    Actor leader;

    @BeforeEach
    void aContestOnAMonday() {
        clock.set(MovableClock.START);
        samples = new ContestSamples(beans);
        samples.emptyPool();
        officer = people.provincialOfficer();
        leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
        contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), "{}");
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @Test
    void officersAreRemindedOfADrawAndTheirLeadersToldOfAMissedOneOnce() {
        samples.begin(contest);
        String task = "/tasks/" + task(officer).id();
        Actor finance = people.provincialOfficer(Department.FINANCE);

        clock.moveTo(MovableClock.at("2026-03-03T08:59:59"));
        assertThat(told(officer, task)).containsExactly("expertDrawAsked");
        clock.moveTo(MovableClock.at("2026-03-03T09:00:00"));
        assertThat(told(officer, task)).containsExactly("expertDrawAsked", "taskReminder");
        clock.moveTo(MovableClock.at("2026-03-05T23:59:59"));
        assertThat(task(officer).overdueAt()).isEmpty();
        assertThat(told(leader, "/contests/" + contest)).isEmpty();

        clock.moveTo(MovableClock.at("2026-03-06T00:00:00"));
        assertThat(task(officer).overdueAt()).contains(MovableClock.at("2026-03-06T00:00:00"));
        assertThat(told(officer, task)).containsExactly("expertDrawAsked", "taskReminder", "taskOverdue");
        assertThat(told(leader, "/contests/" + contest)).containsExactly("taskOverdueReport");
        assertThat(arguments(leader, "/contests/" + contest))
                .contains("\"who\": \"湖南省教育厅\"", "\"due\": \"2026-03-05\"", "抽取评审专家", "楚怡文化传承基地");

        clock.moveBy(Duration.ofDays(30));
        assertThat(told(officer, task)).hasSize(3);
        assertThat(told(leader, "/contests/" + contest)).hasSize(1);
        assertThat(told(finance, task)).isEmpty();
        assertThat(told(finance, "/contests/" + contest)).isEmpty();
    }

    @Test
    void ofATaskThatIsDoneNothingIsSaid() {
        samples.experts(1, samples.institute(), MANUFACTURING);
        samples.begin(contest);
        String task = "/tasks/" + task(officer).id();
        drawn(1);

        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));

        assertThat(told(officer, task)).containsExactly("expertDrawAsked");
        assertThat(told(leader, "/contests/" + contest)).isEmpty();
    }

    @Test
    void anExpertIsRemindedAloneAndReportedToWhoeverRunsTheContestByTheRoundsLimit() {
        jdbc.sql("update round_selection_days set workdays = 4 where round_code = :round and step = 'SCORING'")
                .param("round", contest.round().value())
                .update();
        Actor expert = samples.expert(samples.institute(), MANUFACTURING);
        Actor idle = samples.expert(samples.institute(), MANUFACTURING);
        jdbc.sql("update expert set active = false where account_id = :id")
                .param("id", idle.account().value())
                .update();
        samples.begin(contest);
        drawn(1);
        done(expert, Map.of("decision", "accepted", "confidential", true, "hasInterest", "no"));
        clock.moveBy(Duration.ZERO);
        String task = "/tasks/" + task(expert).id();
        assertThat(task(expert).dueAt()).contains(MovableClock.at("2026-03-07T00:00:00"));

        clock.moveTo(MovableClock.at("2026-03-04T09:00:00"));
        assertThat(told(expert, task)).containsExactly("taskReminder");
        clock.moveTo(MovableClock.at("2026-03-07T00:00:00"));

        assertThat(told(expert, task)).containsExactly("taskReminder", "taskOverdue");
        assertThat(told(officer, "/contests/" + contest)).containsExactly("taskOverdueReport");
        assertThat(arguments(officer, "/contests/" + contest)).contains("\"who\": \"" + expert.name() + "\"");
        assertThat(told(leader, "/contests/" + contest)).isEmpty();
        assertThat(told(idle, task)).isEmpty();
    }

    @Test
    void aReportGoesToTheLeadersOfTheDepartmentOrToWhoeverRunsTheRound() {
        Post officers = leadDepartment.officers();
        var finance = organisations.department(Department.FINANCE).id();

        assertThat(leadDepartment.superiorsOf(officers)).containsExactly(leadDepartment.leaders());
        assertThat(leadDepartment.superiorsOf(new Post(finance, Role.PROVINCIAL_OFFICER)))
                .containsExactly(new Post(finance, Role.PROVINCIAL_LEADER), officers);
        assertThat(leadDepartment.superiorsOf(leadDepartment.leaders())).containsExactly(officers);
        assertThat(leadDepartment.superiorsOf(new Post(finance, Role.EXPERT))).containsExactly(officers);
    }

    private void drawn(int size) {
        done(officer, Map.of("panelSize", size, "perEntry", size, "shares", "applications"));
        clock.moveBy(Duration.ZERO);
    }

    private void done(Actor actor, Map<String, Object> answers) {
        assertThat(inbox.complete(task(actor).id(), actor, answers, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
    }

    private InboxTask task(Actor actor) {
        return inbox.openTaskOf(contest.toString(), actor).orElseThrow();
    }

    private List<String> told(Actor reader, String link) {
        return jdbc.sql("select template from message where account_id = :id and link = :link order by id")
                .param("id", reader.account().value())
                .param("link", link)
                .query(String.class)
                .list();
    }

    private String arguments(Actor reader, String link) {
        return jdbc.sql(
                        "select arguments::text from message where account_id = :id and link = :link order by id desc limit 1")
                .param("id", reader.account().value())
                .param("link", link)
                .query(String.class)
                .single();
    }
}
