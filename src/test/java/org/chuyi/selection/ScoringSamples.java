package org.chuyi.selection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.selection.demonstration.ExampleScores;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskInbox;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A contest with its panel, from where the applications are assigned on; by the real process and the real services. */
final class ScoringSamples {

    static final LocalDate OPENS = LocalDate.parse("2026-03-02");

    final Walk walk;
    final People people;
    final JdbcClient jdbc;
    final TaskInbox inbox;
    final OpenTasks tasks;
    final Scoring scoring;
    final ScoreSheets sheets;
    final Contests contests;
    final ExpertSeats seats;
    final Rankings rankings;
    final MovableClock clock;
    private final ApplicationContext beans;

    ScoringSamples(ApplicationContext beans) {
        this.beans = beans;
        walk = beans.getBean(Walk.class);
        people = beans.getBean(People.class);
        jdbc = beans.getBean(JdbcClient.class);
        inbox = beans.getBean(TaskInbox.class);
        tasks = beans.getBean(OpenTasks.class);
        scoring = beans.getBean(Scoring.class);
        sheets = beans.getBean(ScoreSheets.class);
        contests = beans.getBean(Contests.class);
        seats = beans.getBean(ExpertSeats.class);
        rankings = beans.getBean(Rankings.class);
        clock = beans.getBean(MovableClock.class);
        clock.set(MovableClock.START);
    }

    /** A round in which this programme competes for so many places. */
    Round round(String programme, int places) {
        var pack = walk.programme(programme);
        return beans.getBean(TestRounds.class)
                .published(
                        OPENS,
                        LocalDate.parse("2026-03-31"),
                        List.of(new RoundProgramme(
                                pack.code(), places, pack.applicationsPerSchool(), true, Map.of(), pack.workdays())));
    }

    /** An application that waits for its contest. */
    ApplicationNumber selected(Round round, String programme, String school, Map<String, Object> more) {
        var applicant = people.applicantOf(school);
        var number = walk.started(applicant, round, programme);
        walk.withMaterials(number, programme, applicant);
        return handedIn(number, programme, applicant, people.leaderOf(school), more);
    }

    ApplicationNumber handedIn(
            ApplicationNumber number, String programme, Actor applicant, Actor leader, Map<String, Object> more) {
        Map<String, Object> answers = new LinkedHashMap<>(walk.answers(programme, applicant));
        answers.putAll(more);
        walk.done(number, applicant, answers);
        walk.done(number, leader, Map.of("decision", "signedOff", "opinion", "同意报送"));
        walk.done(number, people.provincialOfficer(), Map.of("decision", "approved", "opinion", "符合要求"));
        return number;
    }

    /** A contest with its panel, where scoring has begun. */
    record Panel(ContestKey contest, List<Actor> experts, Actor officer) {
        String key() {
            return contest.toString();
        }
    }

    Panel scoring(Round round, String programme, int experts) {
        var key = new ContestKey(round.code(), new ProgrammeCode(programme), "");
        var engine = beans.getBean(RuntimeService.class);
        List<Actor> panel = IntStream.range(0, experts).mapToObj(at -> expert()).toList();
        transaction().executeWithoutResult(open -> {
            engine.startProcessInstanceByKey(ContestProcess.KEY, key.toString());
            for (int at = 0; at < experts; at++) {
                long seat = seats.add(key, at + 1, "", panel.get(at).account());
                seats.change(seat, Optional.of(panel.get(at).account()), ExpertSeat.State.ACCEPTED);
            }
            jdbc.sql("""
                            insert into score_sheet (contest_key, seat_id, number, state)
                            select e.contest_key, t.id, e.number, 'OPEN' from contest_entry e
                            join expert_seat t on t.contest_key = e.contest_key where e.contest_key = :key""").param("key", key.toString()).update();
            contests.to(key, Contest.State.SCORING);
            var instance = engine.createProcessInstanceQuery()
                    .processInstanceBusinessKey(key.toString())
                    .singleResult();
            engine.createProcessInstanceModification(instance.getId())
                    .cancelAllForActivity(ContestProcess.DRAW_EXPERTS)
                    .startBeforeActivity("toScoring")
                    .execute();
        });
        return new Panel(key, panel, people.provincialOfficer());
    }

    Actor expert() {
        return people.in(beans.getBean(Organisations.class).department(Department.EDUCATION), Role.EXPERT);
    }

    /** A college of its own in 长沙市岳麓区, of a name that stands nowhere else. */
    Organisation college(String name) {
        jdbc.sql("""
                        insert into organisation (kind, name, region_code, city_code)
                        values ('HIGHER_COLLEGE', :name, '430104', '430100') on conflict do nothing""").param("name", name).update();
        return people.organisation(name);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
    }

    ScoreSheet sheet(Panel panel, int expert, ApplicationNumber number) {
        return sheets.of(panel.contest(), panel.experts().get(expert).account()).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Object> answers(ContestKey contest, int percent) {
        return ExampleScores.of(
                walk.programme(contest.programme().value()).scoreSheet().orElseThrow(), percent);
    }

    Scoring.Result submit(Panel panel, int expert, ApplicationNumber number, int percent) {
        var sheet = sheet(panel, expert, number);
        return scoring.submit(
                sheet.id(), panel.experts().get(expert), sheet.revision(), answers(panel.contest(), percent));
    }

    Completion finish(Panel panel, int expert) {
        return complete(
                panel, ContestProcess.SCORE_APPLICATIONS, panel.experts().get(expert), Map.of("independent", true));
    }

    Completion complete(Panel panel, String task, Actor actor, Map<String, Object> answers) {
        return inbox.complete(task(panel, task, actor).orElseThrow().id(), actor, answers, Optional.empty());
    }

    Optional<InboxTask> task(Panel panel, String task, Actor actor) {
        return tasks.of(panel.key(), task).stream()
                .filter(each -> each.isOfferedTo(actor))
                .findFirst();
    }

    void runJobs() {
        clock.moveTo(clock.instant());
    }
}
