package org.chuyi.workflow.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.testing.People.CHANGSHA;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_CHANGSHA;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Role;
import org.chuyi.testing.BulkTrial;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.bulk.BulkRow.State;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.chuyi.workflow.work.BackgroundWorkProcess;
import org.chuyi.workflow.work.BackgroundWorks;
import org.chuyi.workflow.work.WorkView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class BulkCompletionTest {

    private static final Logger LOG = LoggerFactory.getLogger(BulkCompletionTest.class);
    private static final Map<String, Object> ANSWERS = Map.of("opinion", "同意。");
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    BulkCompletions bulks;

    @Autowired
    BackgroundWorks works;

    @Autowired
    TaskInbox inbox;

    @Autowired
    BulkTrial trial;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    TaskOperations operations;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService engine;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    Actor reviewer;

    @BeforeEach
    void aDesk() {
        clock.set(MovableClock.START);
        trial.prepare();
        reviewer = people.in(people.organisation(Department.HOUSING.organisationName()), Role.REVIEWER);
    }

    @AfterEach
    void nothingLeft() {
        clock.set(MovableClock.START);
        trial.remove();
    }

    @Test
    void aThousandFoundByTheFilterAreDoneInTheBackgroundEachOnce() {
        List<String> tasks = trial.tasksFor(reviewer, 1_001);
        long bulk =
                bulks.choose(reviewer, InboxQuery.ALL.taskKey(BulkTrial.KEY)).orElseThrow();
        assertThat(bulks.answer(find(bulk), reviewer, ANSWERS)).isEmpty();
        var begun = (BulkStart.Begun) bulks.begin(bulk, reviewer, ZH).orElseThrow();
        assertThat(trial.done()).isEmpty();

        long from = System.nanoTime();
        clock.moveBy(Duration.ZERO);
        LOG.info(
                "1,000 in bulk: {} ms",
                Duration.ofNanos(System.nanoTime() - from).toMillis());

        assertThat(List.of(seen(begun).state(), seen(begun).done(), seen(begun).total()))
                .containsExactly("FINISHED", 1_000, 1_000);
        assertThat(trial.done()).hasSize(1_000).doesNotHaveDuplicates().isSubsetOf(tasks);
        assertThat(trial.doers()).containsExactly(reviewer.login());
        assertThat(bulks.rows(find(bulk)))
                .hasSize(1_000)
                .allMatch(row -> row.state() == State.DONE && row.detail().equals("approved"));
    }

    @Test
    void whatIsCutOffInTheMiddleOfASliceGoesOnAndDoesNothingTwice() {
        List<String> tasks = trial.tasksFor(reviewer, 45);
        var begun = begun(tasks);
        trial.breakAt(tasks.get(30));
        jobs.executeJob(job(begun).getId());
        attempt(begun);

        assertThat(List.of(seen(begun).state(), seen(begun).done())).containsExactly("RUNNING", 20);
        assertThat(trial.done())
                .containsExactlyInAnyOrderElementsOf(tasks.subList(0, 40).stream()
                        .filter(task -> !task.equals(tasks.get(30)))
                        .toList());
        assertThat(rows(begun).subList(20, 45)).allMatch(row -> row.state() == State.CHOSEN);

        trial.repair();
        clock.moveTo(job(begun).getDuedate().toInstant());
        clock.moveBy(Duration.ZERO);

        assertThat(seen(begun).state()).isEqualTo("FINISHED");
        assertThat(trial.done()).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(rows(begun)).hasSize(45).allMatch(row -> row.state() == State.DONE);
    }

    @Test
    void oneThatIsRefusedOrDoneByAColleagueMeanwhileStopsNoneOfTheOthers() {
        Actor colleague = people.in(people.organisation(Department.HOUSING.organisationName()), Role.REVIEWER);
        List<String> tasks = trial.tasksFor(reviewer, 5);
        var begun = begun(tasks);
        trial.refuse(tasks.get(1));
        assertThat(inbox.complete(tasks.get(3), colleague, ANSWERS, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
        jdbc.sql("update inbox_task set organisation_id = :other where task_id = :task")
                .param(
                        "other",
                        people.organisation(Department.FINANCE.organisationName())
                                .id()
                                .value())
                .param("task", tasks.get(4))
                .update();
        clock.moveBy(Duration.ZERO);

        assertThat(rows(begun))
                .extracting(BulkRow::state, BulkRow::reason, BulkRow::detail)
                .containsExactly(
                        tuple(State.DONE, "", "approved"),
                        tuple(State.REFUSED, "workflow.bulk.reason.refused", "此事项不由您办理，或者已经办结"),
                        tuple(State.DONE, "", "approved"),
                        tuple(State.DONE_BEFORE, "workflow.bulk.reason.doneBy", colleague.name()),
                        tuple(State.REFUSED, "workflow.bulk.reason.notYours", ""));
        assertThat(seen(begun).state()).isEqualTo("FINISHED");
        assertThat(trial.done()).containsExactlyInAnyOrder(tasks.get(0), tasks.get(2), tasks.get(3));
        assertThat(inbox.find(tasks.get(1), reviewer).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void withNothingChosenNothingHappens() throws Exception {
        trial.tasksFor(reviewer, 1);
        mvc.perform(post("/inbox/bulk")
                        .param("state", "free")
                        .with(People.as(reviewer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inbox?state=free"))
                .andExpect(flash().attributeExists("flashProblem"));
        assertThat(bulks.choose(reviewer, List.of())).isEmpty();
        assertThat(bulks.choose(reviewer, List.of("", " "))).isEmpty();
        assertThat(jdbc.sql("select count(*) from bulk_completion where account_id = :id")
                        .param("id", reviewer.account().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void pressedTwiceItBeginsOnceAndWithoutAnswersNever() {
        List<String> tasks = trial.tasksFor(reviewer, 2);
        long bulk = bulks.choose(reviewer, tasks).orElseThrow();
        assertThat(bulks.begin(bulk, reviewer, ZH)).isEmpty();
        bulks.answer(find(bulk), reviewer, ANSWERS);

        var first = bulks.begin(bulk, reviewer, ZH);
        assertThat(bulks.begin(bulk, reviewer, ZH)).isEqualTo(first);
        var byProgram = bulks.begin(reviewer, tasks, ANSWERS, "key-" + bulk, ZH);
        assertThat(bulks.begin(reviewer, tasks, ANSWERS, "key-" + bulk, ZH)).isEqualTo(byProgram);
        assertThat(byProgram).isInstanceOf(BulkStart.Begun.class);

        clock.moveBy(Duration.ZERO);
        assertThat(trial.done()).containsExactlyInAnyOrderElementsOf(tasks);
    }

    @Test
    void aProgramGetsTheSameAnswerForTheSameKeyAndReadsWhatBecameOfEach() throws Exception {
        List<String> tasks = trial.tasksFor(reviewer, 2);
        String body = """
                {"tasks": ["%s", "%s", "no-such-task"], "answers": {"opinion": "同意。"}}""".formatted(tasks.get(0), tasks.get(1));

        assertThat(call(body, "").getStatus()).isEqualTo(400);
        assertThat(call(body.replace("同意。", ""), "other-" + tasks.get(0)).getStatus())
                .isEqualTo(422);
        assertThat(call("{\"tasks\": [], \"answers\": {}}", "none-" + tasks.get(0))
                        .getStatus())
                .isEqualTo(400);
        var first = call(body, "bulk-" + tasks.get(0));
        assertThat(first.getStatus()).isEqualTo(202);
        assertThat(call(body, "bulk-" + tasks.get(0)).getContentAsString()).isEqualTo(first.getContentAsString());
        clock.moveBy(Duration.ZERO);

        assertThat(trial.done()).containsExactlyInAnyOrderElementsOf(tasks);
        String bulk = first.getContentAsString().replaceAll(".*\"bulk\":(\\d+).*", "$1");
        mvc.perform(get("/api/v1/inbox/bulk/" + bulk).with(People.as(reviewer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.tasks[*].state").value(contains("DONE", "DONE", "LEFT_OUT")));
        mvc.perform(get("/api/v1/inbox/bulk/" + bulk).with(People.as(people.cityReviewer(LOUDI))))
                .andExpect(status().isNotFound());
    }

    private MockHttpServletResponse call(String body, String key) throws Exception {
        return mvc.perform(post("/api/v1/inbox/bulk")
                        .with(People.as(reviewer))
                        .with(csrf())
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    @Test
    void ofSeveralKindsOneIsTakenAndWhatIsDoneClaimedOrNotHersIsLeftOut() {
        Actor colleague = people.in(people.organisation(Department.HOUSING.organisationName()), Role.REVIEWER);
        Actor stranger = people.in(people.organisation(Department.FINANCE.organisationName()), Role.REVIEWER);
        List<String> tasks = new ArrayList<>(trial.tasksFor(reviewer, 4));
        tasks.addAll(trial.tasksFor(stranger, 1));
        inbox.complete(tasks.get(1), colleague, ANSWERS, Optional.empty());
        jdbc.sql("update inbox_task set assignee_id = :colleague where task_id = :task")
                .param("colleague", colleague.account().value())
                .param("task", tasks.get(2))
                .update();
        jdbc.sql("update inbox_task set task_key = 'other' where task_id = :task")
                .param("task", tasks.get(3))
                .update();
        tasks.addAll(trial.tasksFor(reviewer, 1));
        long bulk = bulks.choose(reviewer, tasks).orElseThrow();

        var plan = bulks.plan(find(bulk), reviewer);

        assertThat(plan.taken()).extracting(task -> task.id()).containsExactly(tasks.get(0), tasks.get(5));
        assertThat(plan.leftOut())
                .extracting(
                        BulkPlan.LeftOut::taskId,
                        BulkPlan.LeftOut::reason,
                        BulkPlan.LeftOut::detail,
                        each -> each.task().isPresent())
                .containsExactlyInAnyOrder(
                        tuple(tasks.get(1), "workflow.bulk.reason.doneBy", colleague.name(), true),
                        tuple(tasks.get(2), "workflow.bulk.reason.claimed", colleague.name(), true),
                        tuple(tasks.get(3), "workflow.bulk.reason.otherKind", "", true),
                        tuple(tasks.get(4), "workflow.bulk.reason.notYours", "", false));
        assertThat(bulks.find(bulk, colleague)).isEmpty();
        assertThat(bulks.begin(bulk, colleague, ZH)).isEmpty();
        assertThat(bulks.begin(reviewer, List.of(tasks.get(4)), ANSWERS, "theirs-" + bulk, ZH))
                .isInstanceOf(BulkStart.NothingToDo.class);
    }

    @Test
    void cityReviewsAreRecommendedTogetherAndWhatHasToBeCorrectedIsToldCaseByCase() {
        var submission = new Submission(walk, people, rounds.justOpened());
        var city = people.cityReviewer(LOUDI);
        var ours = List.of(submission.by(OF_LOUDI), submission.by(OF_LOUDI, "culture-base"));
        var theirs = submission.by(OF_CHANGSHA);
        List<String> tasks = new ArrayList<>(
                ours.stream().map(number -> walk.task(number, city).id()).toList());
        tasks.add(walk.task(theirs, people.cityReviewer(CHANGSHA)).id());
        long bulk = bulks.choose(city, tasks).orElseThrow();

        assertThat(bulks.answer(find(bulk, city), city, Submission.returning()))
                .extracting(FieldProblem::path, FieldProblem::code)
                .containsExactly(tuple("corrections", "workflow.bulk.problem.caseByCase"));
        assertThat(bulks.answer(find(bulk, city), city, Map.of("decision", "recommended")))
                .extracting(FieldProblem::path)
                .containsExactly("opinion");
        assertThat(bulks.answer(find(bulk, city), city, Submission.recommending()))
                .isEmpty();
        bulks.begin(bulk, city, ZH);
        clock.moveBy(Duration.ZERO);

        assertThat(ours)
                .allSatisfy(number ->
                        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.FORMAL_CHECK));
        assertThat(applications.get(theirs).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
        assertThat(jdbc.sql("select distinct completed_by from inbox_task where task_id in (:tasks)")
                        .param("tasks", tasks.subList(0, 2))
                        .query(Long.class)
                        .list())
                .containsExactly(city.account().value());
    }

    @Test
    void whatChangesBetweenThePreviewAndTheRunIsSaidRowByRowAndTheOthersAreDone() throws Exception {
        var submission = new Submission(walk, people, rounds.justOpened());
        var city = people.cityReviewer(LOUDI);
        var lawyer = people.cityReviewer(LOUDI);
        var numbers = List.of(
                submission.by(OF_LOUDI),
                submission.by(OF_LOUDI, "culture-base"),
                submission.by("涟源市工贸职业中等专业学校"),
                submission.by("涟源市工贸职业中等专业学校", "culture-base"));
        List<String> tasks =
                numbers.stream().map(number -> walk.task(number, city).id()).toList();
        long bulk = bulks.choose(city, tasks).orElseThrow();
        assertThat(bulks.answer(find(bulk, city), city, Submission.recommending()))
                .isEmpty();
        assertThat(bulks.plan(find(bulk, city), city).taken())
                .extracting(InboxTask::id)
                .containsExactlyElementsOf(tasks);

        String to = String.valueOf(lawyer.account().value());
        perform(TaskOperation.CLAIM, tasks.get(3), lawyer, Wanted.nothing());
        var begun = (BulkStart.Begun) bulks.begin(bulk, city, ZH).orElseThrow();
        perform(TaskOperation.ADD_SIGNER_AFTER, tasks.get(1), city, Wanted.of("请签署", to));
        perform(TaskOperation.ADD_SIGNER_BEFORE, tasks.get(2), city, Wanted.of("请先签署", to));
        clock.moveBy(Duration.ZERO);

        assertThat(bulks.rows(find(bulk, city)))
                .extracting(BulkRow::state, BulkRow::reason, BulkRow::detail)
                .containsExactly(
                        tuple(State.DONE, "", "recommended"),
                        tuple(State.DONE, "workflow.bulk.reason.sealed", lawyer.name()),
                        tuple(
                                State.REFUSED,
                                "workflow.bulk.reason.refused",
                                "请等候 " + lawyer.name() + " 签署后再办理；不再需要的可以减签。"),
                        tuple(State.LEFT_OUT, "workflow.bulk.reason.claimed", lawyer.name()));
        assertThat(numbers)
                .extracting(number -> applications.get(number).status())
                .containsExactly(
                        ApplicationStatus.FORMAL_CHECK,
                        ApplicationStatus.CITY_REVIEW,
                        ApplicationStatus.CITY_REVIEW,
                        ApplicationStatus.CITY_REVIEW);
        String page = mvc.perform(get("/inbox/bulk/" + bulk).with(People.as(city)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains(
                        "意见已保存，待 " + lawyer.name() + " 会签后生效",
                        "请等候 " + lawyer.name() + " 签署后再办理",
                        "已由 " + lawyer.name() + " 认领");
        assertThat(works.find(begun.work(), city).orElseThrow().state()).isEqualTo("FINISHED");
    }

    private void perform(TaskOperation operation, String task, Actor actor, Wanted wanted) {
        assertThat(operations.perform(operation, task, actor, wanted)).isInstanceOf(OperationResult.Done.class);
    }

    private BulkStart.Begun begun(List<String> tasks) {
        long bulk = bulks.choose(reviewer, tasks).orElseThrow();
        assertThat(bulks.answer(find(bulk), reviewer, ANSWERS)).isEmpty();
        return (BulkStart.Begun) bulks.begin(bulk, reviewer, ZH).orElseThrow();
    }

    private BulkCompletion find(long bulk) {
        return find(bulk, reviewer);
    }

    private BulkCompletion find(long bulk, Actor actor) {
        return bulks.find(bulk, actor).orElseThrow();
    }

    private List<BulkRow> rows(BulkStart.Begun begun) {
        return bulks.rows(find(begun.bulk()));
    }

    private WorkView seen(BulkStart.Begun begun) {
        return works.find(begun.work(), reviewer).orElseThrow();
    }

    private Job job(BulkStart.Begun begun) {
        return jobs.createJobQuery()
                .processInstanceId(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(begun.work()), BackgroundWorkProcess.KEY)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private void attempt(BulkStart.Begun begun) {
        try {
            jobs.executeJob(job(begun).getId());
        } catch (RuntimeException broken) {
            // Counted by the engine.
        }
    }
}
