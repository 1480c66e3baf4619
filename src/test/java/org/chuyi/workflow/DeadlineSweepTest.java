package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.organisation.Actor;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestSamples;
import org.chuyi.testing.AtOnce;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.DeadlineSweep;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws to be made from Monday to the end of Thursday: reminded on Tuesday at 09:00, reported at 24:00 of Thursday. */
@IntegrationTest
class DeadlineSweepTest {

    private static final Instant REMINDED = MovableClock.at("2026-03-03T09:00");
    private static final Instant DUE = MovableClock.at("2026-03-06T00:00");

    @Autowired
    ApplicationContext beans;

    @Autowired
    TaskDeadlines deadlines;

    @Autowired
    DeadlineSweep sweep;

    @Autowired
    InboxCheck check;

    @Autowired
    TaskInbox inbox;

    @Autowired
    People people;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService engineTasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    ContestSamples samples;
    Actor officer;

    @BeforeEach
    void anOfficerOnAMonday() {
        clock.set(MovableClock.START);
        samples = new ContestSamples(beans);
        samples.emptyPool();
        officer = people.provincialOfficer();
        clock.moveBy(Duration.ZERO);
    }

    @AfterEach
    void back() {
        jdbc.sql("delete from inbox_task where task_id like 'copy-%'").update();
        clock.set(MovableClock.START);
    }

    @Test
    void eachTaskIsRemindedOnceAndReportedOnceHoweverOftenTheSweepComes() {
        InboxTask task = draw();

        clock.moveTo(REMINDED.minusSeconds(1));
        swept();
        assertThat(told(task)).containsExactly("expertDrawAsked");
        clock.moveTo(REMINDED);
        swept();
        swept();
        assertThat(told(task)).containsExactly("expertDrawAsked", "taskReminder");

        clock.moveTo(DUE);
        swept();
        swept();
        assertThat(told(task)).containsExactly("expertDrawAsked", "taskReminder", "taskOverdue");
        assertThat(now(task).overdueAt()).contains(DUE);
    }

    @Test
    void aSweepThatComesLateRemindsOfWhatIsAheadAndOnlyReportsWhatIsOver() {
        InboxTask task = draw();
        clock.set(REMINDED.plus(Duration.ofHours(5)));
        swept();
        assertThat(told(task)).containsExactly("expertDrawAsked", "taskReminder");

        clock.set(MovableClock.START);
        InboxTask another = draw();
        clock.set(DUE.plus(Duration.ofHours(5)));
        swept();

        assertThat(told(another)).containsExactly("expertDrawAsked", "taskOverdue");
        assertThat(now(another).overdueAt()).contains(DUE.plus(Duration.ofHours(5)));
    }

    @Test
    void aTaskThatComesUpTooLateForBothReminders() {
        InboxTask task = draw();
        offeredAnew(task, MovableClock.at("2026-03-05T09:00"));

        clock.moveTo(DUE);

        assertThat(told(task)).containsExactly("expertDrawAsked", "taskOverdue");
    }

    @Test
    void anotherDeadlineIsRemindedOfAnewAndTakesTheMarkAway() {
        InboxTask task = draw();
        clock.moveTo(DUE);
        assertThat(now(task).overdueAt()).isPresent();
        Instant later = MovableClock.at("2026-03-11T00:00");

        engineTasks.setDueDate(task.id(), Date.from(later));
        check.repair();

        assertThat(now(task).dueAt()).contains(later);
        assertThat(now(task).overdueAt()).isEmpty();
        clock.moveTo(MovableClock.at("2026-03-06T08:59:59"));
        assertThat(told(task)).containsExactly("expertDrawAsked", "taskReminder", "taskOverdue");
        clock.moveTo(MovableClock.at("2026-03-06T09:00"));
        assertThat(told(task)).containsExactly("expertDrawAsked", "taskReminder", "taskOverdue", "taskReminder");
        clock.moveTo(later);
        assertThat(told(task)).hasSize(5).endsWith("taskOverdue");
        assertThat(now(task).overdueAt()).contains(later);
    }

    @Test
    void aNoticeThatFailsIsAnIncidentAndTheOthersAreTold() {
        InboxTask broken = draw();
        InboxTask sound = draw();
        toNobody(broken, true);

        clock.moveTo(REMINDED);
        assertThat(told(sound)).containsExactly("expertDrawAsked", "taskReminder");
        assertThat(told(broken)).containsExactly("expertDrawAsked");
        while (job(broken).getRetries() > 0) {
            attempt(broken);
        }
        assertThat(engine.createIncidentQuery()
                        .processInstanceId(job(broken).getProcessInstanceId())
                        .singleResult()
                        .getActivityId())
                .isEqualTo("tellDeadline");
        swept();
        assertThat(running(broken)).isEqualTo(1);

        toNobody(broken, false);
        jobs.setJobRetries(job(broken).getId(), 1);
        jobs.executeJob(job(broken).getId());
        swept();

        assertThat(told(broken)).containsExactly("expertDrawAsked", "taskReminder");
        assertThat(running(broken)).isZero();
    }

    @Test
    void whatIsDoneOrOverdueByThenIsNotToldOnceMore() {
        InboxTask task = draw();
        toNobody(task, true);
        clock.moveTo(REMINDED);
        toNobody(task, false);
        Job reminder = job(task);

        clock.set(DUE);
        jobs.executeJob(reminder.getId());

        assertThat(told(task)).containsExactly("expertDrawAsked");
        assertThat(running(task)).isZero();
    }

    @Test
    void aReportThatFailsIsToldOnceMoreAndTheTaskIsMarkedAllTheSame() {
        InboxTask task = draw();
        clock.moveTo(REMINDED);
        toNobody(task, true);

        clock.moveTo(DUE);
        toNobody(task, false);
        assertThat(now(task).overdueAt()).contains(DUE);
        assertThat(told(task)).containsExactly("expertDrawAsked", "taskReminder");
        jobs.executeJob(job(task).getId());

        assertThat(told(task)).containsExactly("expertDrawAsked", "taskReminder", "taskOverdue");
    }

    @Test
    void moreThanASliceIsToldSliceBySlice() {
        copies(draw(), 401);
        long before = slices();

        clock.moveTo(REMINDED);

        assertThat(slices() - before).isEqualTo(3);
        assertThat(toldOfCopies()).isEqualTo(401);
        swept();
        assertThat(slices() - before).isEqualTo(4);
        assertThat(toldOfCopies()).isEqualTo(401);
    }

    @Test
    void twoNodesAtOnceTellEachTaskOnce() throws Exception {
        copies(draw(), 300);
        clock.set(REMINDED);
        Callable<Boolean> node = () -> new TransactionTemplate(transactions).execute(open -> deadlines.tellSlice());

        AtOnce.press(List.of(node, node));
        swept();

        assertThat(toldOfCopies()).isEqualTo(300);
    }

    private InboxTask draw() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), "{}");
        samples.begin(contest);
        return inbox.openTaskOf(contest.toString(), officer).orElseThrow();
    }

    private void swept() {
        sweep.begin();
        clock.moveBy(Duration.ZERO);
    }

    private InboxTask now(InboxTask task) {
        return inbox.find(task.id(), officer).orElseThrow();
    }

    /** As if it had come up at that time. */
    private void offeredAnew(InboxTask task, Instant at) {
        jdbc.sql("update inbox_task set created_at = :at where task_id = :id")
                .param("at", Timestamp.from(at))
                .param("id", task.id())
                .update();
        new TransactionTemplate(transactions)
                .executeWithoutResult(open ->
                        deadlines.move(List.of(task.businessKey()), task.dueAt().orElseThrow()));
    }

    /** One person's alone, and of nobody. */
    private void toNobody(InboxTask task, boolean nobody) {
        jdbc.sql("update inbox_task set personal = :nobody where task_id = :id")
                .param("nobody", nobody)
                .param("id", task.id())
                .update();
    }

    /** The officer's alone, so that each is told to one person. */
    private void copies(InboxTask task, int count) {
        jdbc.sql("""
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, form_key, business_key, title, category, occasion, applicant_id,
                          city_code, part, organisation_id, role, assignee_id, personal, state, created_at, due_at,
                          remind_at)
                        select 'copy-' || number, task_key, process_key, process_definition_id, process_instance_id,
                          form_key, business_key, title, category, occasion, applicant_id, city_code, part,
                          organisation_id, role, :officer, true, 'OPEN', created_at, due_at, remind_at
                        from inbox_task, generate_series(1, :count) number where task_id = :id""")
                .param("officer", officer.account().value())
                .param("count", count)
                .param("id", task.id())
                .update();
    }

    private int toldOfCopies() {
        return jdbc.sql("""
                        select count(*) from message
                        where account_id = :id and template = 'taskReminder' and link like '/tasks/copy-%'""")
                .param("id", officer.account().value())
                .query(Integer.class)
                .single();
    }

    private List<String> told(InboxTask task) {
        return jdbc.sql("select template from message where account_id = :id and link = :link order by id")
                .param("id", officer.account().value())
                .param("link", "/tasks/" + task.id())
                .query(String.class)
                .list();
    }

    private long slices() {
        return jdbc.sql("select count(*) from passed_steps, unnest(activities) step where step = 'sweepDeadlines'")
                .query(Long.class)
                .single();
    }

    private Job job(InboxTask task) {
        return jobs.createJobQuery()
                .processInstanceId(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(task.id(), DeadlineWatchProcess.KEY)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private void attempt(InboxTask task) {
        try {
            jobs.executeJob(job(task).getId());
        } catch (RuntimeException broken) {
            // Counted by the engine.
        }
    }

    private long running(InboxTask task) {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(task.id(), DeadlineWatchProcess.KEY)
                .count();
    }
}
