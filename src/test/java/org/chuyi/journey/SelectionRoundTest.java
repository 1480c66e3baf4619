package org.chuyi.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.application.ApplicationStatus.APPROVED;
import static org.chuyi.application.ApplicationStatus.FORMAL_CHECK;
import static org.chuyi.application.ApplicationStatus.NOT_RECOMMENDED;
import static org.chuyi.application.ApplicationStatus.NOT_SELECTED;
import static org.chuyi.application.ApplicationStatus.RECOMMENDATION;
import static org.chuyi.application.ApplicationStatus.SELECTION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Role;
import org.chuyi.publicity.Announcing;
import org.chuyi.publicity.DecisionLetters;
import org.chuyi.publicity.NewObjection;
import org.chuyi.publicity.Objection;
import org.chuyi.publicity.ObjectionIntake;
import org.chuyi.publicity.Objector;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityList;
import org.chuyi.review.Placing;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationPlacing;
import org.chuyi.review.RecommendationReading;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.Scoring;
import org.chuyi.selection.demonstration.ExampleScores;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole round through the processes that call one another, from the end of its window to its results. */
class SelectionRoundTest extends SelectionScene {

    @Autowired
    TaskInbox inbox;

    @Autowired
    RecommendationPlacing placing;

    @Autowired
    RecommendationReading recommendations;

    @Autowired
    Scoring scoring;

    @Autowired
    Publicity publicity;

    @Autowired
    ObjectionIntake objections;

    @Autowired
    Announcing announcing;

    @Autowired
    DecisionLetters letters;

    @Autowired
    RuntimeService engine;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService jobs;

    @Autowired
    TransactionTemplate transaction;

    private boolean cutOff;

    @AfterEach
    void nothingIsCutOffAnyMore() {
        clock.beforeEachJob(job -> {});
    }

    @Test
    void fromTheCallToTheResultsWithOneObjectionUpheld() {
        roundWithOneObjectionUpheld();
    }

    /** As when the program is killed in the middle of it: nothing of it stays, and it is done again once. */
    @Test
    void everyStepMayBeCutOffAndIsDoneOnceAllTheSame() {
        cutOff = true;
        clock.beforeEachJob(job -> cutOff(() -> jobs.executeJob(job)));

        roundWithOneObjectionUpheld();
    }

    private void cutOff(Runnable step) {
        transaction.executeWithoutResult(killed -> {
            step.run();
            killed.setRollbackOnly();
        });
    }

    private void roundWithOneObjectionUpheld() {
        Actor officer = people.provincialOfficer();
        clock.moveTo(MovableClock.at("2026-04-01T00:00:00"));
        assertStatus(RECOMMENDATION, all().toArray(ApplicationNumber[]::new));

        recommended(changsha, first, second, culture);
        recommended(zhuzhou, fourth, otherCulture);
        assertStatus(FORMAL_CHECK, first, second, fourth, culture, otherCulture);
        assertStatus(NOT_RECOMMENDED, third);

        for (var number : List.of(first, second, fourth, culture)) {
            walk.done(number, officer, Map.of("decision", "approved", "opinion", "符合要求"));
        }
        assertThat(complete(round.code().toString(), officer, Map.of("confirmed", true)))
                .isInstanceOf(Completion.Rejected.class);
        walk.done(otherCulture, officer, Map.of("decision", "approved", "opinion", "符合要求"));
        done(round.code().toString(), officer, Map.of("confirmed", true));
        assertStatus(SELECTION, first, second, fourth, culture, otherCulture);

        scored(contest(SECONDARY), 6, Map.of(first, 90, second, 80, fourth, 70));
        scored(contest(CULTURE), 3, Map.of(culture, 70, otherCulture, 90));
        decided(contest(SECONDARY), Department.EDUCATION, Department.FINANCE);
        assertThat(publicity.last(round.code())).isEmpty();
        decided(contest(CULTURE), Department.EDUCATION, Department.FINANCE, Department.HUMAN_RESOURCES);
        assertThat(shown()).containsExactlyInAnyOrder(first.value(), otherCulture.value());

        objectionIsUpheld(officer);
        assertThat(publicity.of(round.code()))
                .extracting(PublicityList::state)
                .containsExactly(PublicityList.State.DISPLAYED, PublicityList.State.SUPERSEDED);
        assertThat(shown()).containsExactlyInAnyOrder(second.value(), otherCulture.value());

        clock.moveTo(publicity.last(round.code()).orElseThrow().displayedUntil());
        assertStatus(SELECTION, first, second, fourth, culture, otherCulture);
        Actor clerk = people.in(schoolOf(first), Role.APPLICANT);
        assertThat(letters.of(first.value(), clerk)).isEmpty();
        done(
                round.code().toString(),
                officer,
                Map.of("issuer", "湘教通", "title", "关于公布2026年楚怡项目名单的通知", "issuedOn", "2026-04-20"));
        assertStatus(APPROVED, second, otherCulture);
        assertStatus(NOT_SELECTED, first, fourth, culture);
        assertStatus(NOT_RECOMMENDED, third);

        clock.moveTo(clock.instant());
        assertThat(announcing.selected(round.code()))
                .extracting(result -> result.number())
                .containsExactlyInAnyOrder(second, otherCulture);
        assertThat(letters.of(first.value(), clerk)).isPresent();
        assertThat(all())
                .allSatisfy(number -> assertThat(instances(number.value())).isZero());
        assertThat(endOf(round.code().toString())).isEqualTo("roundAnnounced");
        assertThat(endOf(second.value())).isEqualTo("applicationApproved");
        assertThat(endOf(first.value())).isEqualTo("applicationNotSelected");
        assertThat(tellings(first)).isEqualTo(1);
        assertThat(toldApplicantsOf(second))
                .containsExactly(
                        "APPLICANT applicationSubmitted",
                        "APPLICANT listDisplayed",
                        "APPLICANT listDisplayed",
                        "APPLICANT applicationApproved",
                        "SCHOOL_LEADER applicationSubmitted",
                        "SCHOOL_LEADER listDisplayed",
                        "SCHOOL_LEADER listDisplayed",
                        "SCHOOL_LEADER applicationApproved");
        assertThat(toldApplicantsOf(fourth))
                .containsExactly(
                        "APPLICANT applicationSubmitted",
                        "APPLICANT listDisplayed",
                        "APPLICANT listDisplayed",
                        "APPLICANT applicationNotSelected",
                        "SCHOOL_LEADER applicationSubmitted",
                        "SCHOOL_LEADER listDisplayed",
                        "SCHOOL_LEADER listDisplayed",
                        "SCHOOL_LEADER applicationNotSelected");
        assertThat(toldApplicantsOf(third))
                .containsExactly(
                        "APPLICANT applicationSubmitted",
                        "APPLICANT applicationNotRecommended",
                        "SCHOOL_LEADER applicationSubmitted",
                        "SCHOOL_LEADER applicationNotRecommended");
    }

    /** All that those were told who filed it, in order; the school has this application only. */
    private List<String> toldApplicantsOf(ApplicationNumber number) {
        return jdbc.sql("""
                        select p.role || ' ' || m.template from message m join post p on p.account_id = m.account_id
                        where p.organisation_id = :school and p.account_id in (
                            select min(account_id) from post where organisation_id = :school group by role)
                        order by p.role, m.id""")
                .param("school", schoolOf(number).id().value())
                .query(String.class)
                .list();
    }

    private void recommended(Organisation bureau, ApplicationNumber... listed) {
        var reviewer = people.in(bureau, Role.REVIEWER);
        var key = new RecommendationKey(round.code(), bureau.id());
        for (ApplicationNumber number : listed) {
            int revision =
                    recommendations.find(key, reviewer).orElseThrow().list().revision();
            assertThat(placing.place(key, reviewer, new RecommendationPlacing.Place(number, true, 99, revision)))
                    .isInstanceOf(Placing.Placed.class);
        }
        done(key.toString(), reviewer, Map.of("confirmed", true));
        done(key.toString(), people.provincialOfficer(), Map.of("decision", "accepted"));
        clock.moveTo(clock.instant());
    }

    private void scored(ContestKey contest, int panel, Map<ApplicationNumber, Integer> percents) {
        String key = contest.toString();
        done(key, people.provincialOfficer(), Map.of("panelSize", panel, "perEntry", 3, "shares", "applications"));
        clock.moveTo(clock.instant());
        everyExpert(key, Map.of("decision", "accepted", "hasInterest", "no", "confidential", true));
        clock.moveTo(clock.instant());
        var form = walk.programme(contest.programme().value()).scoreSheet().orElseThrow();
        for (Actor expert : experts) {
            for (long id : sheetsOf(key, expert)) {
                var sheet = scoring.find(id, expert).orElseThrow();
                var answers = ExampleScores.of(form, percents.get(sheet.number()));
                assertThat(scoring.submit(id, expert, sheet.revision(), answers))
                        .isInstanceOf(Scoring.Result.Submitted.class);
            }
        }
        everyExpert(key, Map.of("independent", true));
        everyExpert(key, Map.of("decision", "finished", "summary", "合议充分"));
        clock.moveTo(clock.instant());
        done(key, people.provincialOfficer(), Map.of("decision", "confirmed", "opinion", "排序无误"));
    }

    /** Those experts of the pool who have something to do there. */
    private void everyExpert(String key, Map<String, Object> answers) {
        for (Actor expert : experts) {
            if (inbox.openTaskOf(key, expert).isPresent()) {
                done(key, expert, answers);
            }
        }
    }

    private List<Long> sheetsOf(String key, Actor expert) {
        return jdbc.sql("""
                        select c.id from score_sheet c join expert_seat t on t.id = c.seat_id
                        where c.contest_key = :key and t.account_id = :expert order by c.id""")
                .param("key", key)
                .param("expert", expert.account().value())
                .query(Long.class)
                .list();
    }

    private void decided(ContestKey contest, Department... departments) {
        for (Department department : departments) {
            done(
                    contest.toString(),
                    people.provincialOfficer(department),
                    Map.of("decision", "approve", "opinion", "同意"));
        }
        Actor leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
        done(contest.toString(), leader, Map.of("decision", "approved", "opinion", "同意"));
    }

    private void objectionIsUpheld(Actor officer) {
        var objection = new NewObjection(
                Objection.Kind.PERSON,
                first.value(),
                "该校申报的实训设备总值与统计年报不一致，请核查。",
                new Objector("李明华", "11010519491231002X", "", "0731-84714899"),
                Optional.empty());
        String key = ((ObjectionIntake.Raising.Raised) objections.raise(round.code(), objection)).key();
        done(key, officer, Map.of("decision", "accepted", "investigator", "city", "opinion", "受理"));
        done(key, people.in(changsha, Role.REVIEWER), Map.of("findings", "设备总值多报", "proposal", "取消入选"));
        done(
                key,
                officer,
                Map.of(
                        "decision",
                        "upheld",
                        "answer",
                        "经核查，异议成立",
                        "corrections",
                        List.of(
                                Map.of("number", first.value(), "action", "omit", "reason", "数据失实"),
                                Map.of("number", second.value(), "action", "select", "reason", "递补"))));
    }

    private List<String> shown() {
        return publicity.last(round.code()).orElseThrow().sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(PublicityList.Row::number)
                .toList();
    }

    private Completion complete(String key, Actor actor, Map<String, Object> answers) {
        var task = inbox.openTaskOf(key, actor).orElseThrow(() -> new AssertionError("Nothing to do on " + key));
        return inbox.complete(task.id(), actor, answers, Optional.empty());
    }

    private void done(String key, Actor actor, Map<String, Object> answers) {
        if (cutOff) {
            cutOff(() -> assertThat(complete(key, actor, answers)).isInstanceOf(Completion.Completed.class));
        }
        assertThat(complete(key, actor, answers)).isInstanceOf(Completion.Completed.class);
    }

    private long instances(String key) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .count();
    }

    private String endOf(String key) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .rootProcessInstances()
                .singleResult()
                .getEndActivityId();
    }

    private int tellings(ApplicationNumber number) {
        return jdbc.sql("""
                        select count(*) from message m join project_application a on a.created_by = m.account_id
                        where a.number = :number and m.template = 'applicationNotSelected'
                          and m.link like '%' || :number || '%'""")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }
}
