package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.selection.RankedContests.Ranked;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations on one of several tasks of the same step, by each rule after which the step may end: 会签、比例会签、或签. */
@IntegrationTest
@Import(RankedContests.class)
class CountersignOperationsTest {

    @Autowired
    RankedContests ranked;

    @Autowired
    TaskOperations operations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    InboxLists lists;

    @Autowired
    Countersigning countersigning;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor education;
    Actor finance;
    Actor colleague;
    Actor reform;

    @BeforeEach
    void theDepartments() {
        clock.set(MovableClock.START);
        education = people.provincialOfficer(Department.EDUCATION);
        finance = people.provincialOfficer(Department.FINANCE);
        colleague = people.provincialOfficer(Department.FINANCE);
        reform = people.provincialOfficer(Department.DEVELOPMENT_REFORM);
    }

    @ParameterizedTest
    @EnumSource(
            value = CountersignRule.class,
            names = {"ALL", "HALF", "RATIO", "ANY"})
    void oneDepartmentsTaskIsHeldLentAndSealedAndTheOthersKeepTheirs(CountersignRule rule) {
        Ranked contest = contest(rule);
        String task = task(contest, finance);

        perform(TaskOperation.CLAIM, task, finance, Wanted.nothing());
        assertThat(complete(task, colleague, "approve")).isEqualTo(new Completion.ClaimedBy(finance.name()));
        perform(TaskOperation.TRANSFER, task, finance, Wanted.of("出差", id(colleague)));
        perform(TaskOperation.DELEGATE, task, colleague, Wanted.of("请看预算", id(finance)));
        assertThat(complete(task, colleague, "approve")).isInstanceOf(Completion.Rejected.class);
        perform(TaskOperation.GIVE_OPINION, part(task, finance), finance, Wanted.because("预算可行"));
        perform(TaskOperation.ADD_SIGNER_AFTER, task, colleague, Wanted.of("请签署", id(finance)));
        assertThat(complete(task, colleague, "approve")).isInstanceOf(Completion.Sealed.class);
        assertThat(open(contest)).hasSize(3);
        assertThat(countersigning.last(contest.key()).orElseThrow().signatures())
                .isEmpty();

        perform(TaskOperation.SIGN, part(task, finance), finance, Wanted.because("同意"));

        assertThat(countersigning.last(contest.key()).orElseThrow().signatures())
                .extracting(Countersignature::department)
                .containsExactly(Department.FINANCE);
        assertThat(open(contest)).hasSize(rule == CountersignRule.ANY ? 0 : 2);
        assertThat(inbox.find(task, colleague).orElseThrow().completedBy()).contains(colleague.account());
        assertThat(waiting(contest)).containsOnly(rule == CountersignRule.ANY ? "finalDecision" : "countersign");
    }

    @ParameterizedTest
    @EnumSource(
            value = CountersignRule.class,
            names = {"ALL", "HALF", "RATIO", "ANY"})
    void anAnswerThatDidNotEndItIsTakenBackBesideTheOthers(CountersignRule rule) {
        Ranked contest = contest(rule);
        String task = task(contest, finance);
        assertThat(complete(task, finance, "object")).isInstanceOf(Completion.Completed.class);
        assertThat(open(contest)).hasSize(2);

        perform(TaskOperation.WITHDRAW, task, finance, Wanted.because("意见有误"));

        assertThat(open(contest)).hasSize(3);
        assertThat(complete(task(contest, finance), finance, "approve")).isInstanceOf(Completion.Completed.class);
        if (rule != CountersignRule.ANY) {
            complete(task(contest, education), education, "approve");
            complete(task(contest, reform), reform, rule == CountersignRule.ALL ? "approve" : "object");
        }
        assertThat(waiting(contest)).containsExactly("finalDecision");
    }

    @ParameterizedTest
    @EnumSource(
            value = CountersignRule.class,
            names = {"ALL", "HALF", "RATIO", "ANY"})
    void onceItIsOverNoAnswerIsTakenBack(CountersignRule rule) {
        Ranked contest = contest(rule);
        String answered = task(contest, finance);
        approveUntilDecided(contest, finance, education, reform);

        assertThat(operations.perform(TaskOperation.WITHDRAW, answered, finance, Wanted.because("意见有误")))
                .isInstanceOf(OperationResult.Refused.class);
        assertThat(waiting(contest)).containsExactly("finalDecision");
    }

    @ParameterizedTest
    @EnumSource(
            value = CountersignRule.class,
            names = {"ALL", "HALF", "RATIO", "ANY"})
    void aReturnOutOfItCancelsWhatIsOpenBesideItAndLosesNoAnswer(CountersignRule rule) {
        Ranked contest = contest(rule);
        String others = task(contest, reform);
        assertThat(complete(task(contest, finance), finance, "object")).isInstanceOf(Completion.Completed.class);

        perform(TaskOperation.RETURN, task(contest, education), education, new Wanted("排序有误", "", "confirmRanking"));

        assertThat(waiting(contest)).containsExactly("confirmRanking");
        assertThat(open(contest)).isEmpty();
        assertThat(inbox.find(others, reform).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
        assertThat(complete(others, reform, "approve")).isInstanceOf(Completion.Cancelled.class);
        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.RETURNED);
        assertThat(done(finance)).containsExactly(contest.key() + " object");
        assertThat(done(reform)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CountersignRule.class,
            names = {"ALL", "HALF", "RATIO", "ANY"})
    void aReturnIntoItAsksEveryDepartmentAgain(CountersignRule rule) {
        var leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
        Ranked contest = contest(rule);
        int asked = open(contest).size();
        approveUntilDecided(contest, education, finance, reform);

        perform(TaskOperation.RETURN, task(contest, leader), leader, new Wanted("补充会签意见", "", "countersign"));

        assertThat(open(contest)).hasSize(asked);
        assertThat(waiting(contest)).containsOnly("countersign");
        assertThat(countersigning.last(contest.key()).orElseThrow().signatures())
                .isEmpty();
        rule(contest, rule);
        approveUntilDecided(contest, reform, finance, education);
        assertThat(waiting(contest)).containsExactly("finalDecision");
        assertThat(countersigning.of(contest.key()))
                .extracting(CountersignRound::result)
                .containsExactly(CountersignResult.PASSED, CountersignResult.PASSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CountersignRule.class,
            names = {"HALF", "RATIO"})
    void oneRejectionEndsNoneAndIsNobodyElsesWork(CountersignRule rule) {
        Ranked contest = contest(rule);
        String task = task(contest, finance);

        assertThat(complete(task, finance, "object")).isInstanceOf(Completion.Completed.class);

        assertThat(open(contest)).hasSize(2);
        assertThat(done(finance)).containsExactly(contest.key() + " object");
        assertThat(done(colleague)).isEmpty();
        assertThat(complete(task(contest, education), education, "approve")).isInstanceOf(Completion.Completed.class);
        assertThat(complete(task(contest, reform), reform, "approve")).isInstanceOf(Completion.Completed.class);
        assertThat(done(education)).containsExactly(contest.key() + " approve");
        assertThat(done(reform)).containsExactly(contest.key() + " approve");
        assertThat(done(finance)).containsExactly(contest.key() + " object");
        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.PASSED);
    }

    @Test
    void whoLendsAHandOnATaskThatTheOthersMadeNeedlessIsFreeAgain() {
        Ranked contest = contest(CountersignRule.ANY);
        String lent = task(contest, finance);
        perform(TaskOperation.ADD_SIGNER_AFTER, lent, finance, Wanted.of("请签署", id(colleague)));
        assertThat(complete(lent, finance, "object")).isInstanceOf(Completion.Sealed.class);
        String signature = part(lent, colleague);

        assertThat(complete(task(contest, education), education, "approve")).isInstanceOf(Completion.Completed.class);

        assertThat(inbox.find(lent, finance).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
        assertThat(lists.toDo(colleague, InboxQuery.ALL).rows())
                .extracting(InboxTask::businessKey)
                .doesNotContain(contest.key().toString());
        assertThat(operations.perform(TaskOperation.SIGN, signature, colleague, Wanted.because("同意")))
                .isInstanceOf(OperationResult.Refused.class);
        assertThat(done(finance)).isEmpty();
        assertThat(waiting(contest)).containsExactly("finalDecision");
    }

    @Test
    void oneOfSeveralIsUrgedReleasedAndCopiedByItself() {
        Ranked contest = contest(CountersignRule.ALL);
        String task = task(contest, finance);
        var head = people.in(organisations.department(Department.FINANCE), Role.PROVINCIAL_LEADER);
        perform(TaskOperation.CLAIM, task, finance, Wanted.nothing());

        perform(TaskOperation.URGE, task, education, Wanted.because("请尽快会签"));
        assertThat(told("taskUrged", finance)).isEqualTo(1);
        assertThat(told("taskUrged", reform)).isZero();
        perform(TaskOperation.COPY, task, finance, Wanted.of("供参考", id(colleague)));
        assertThat(lists.copied(colleague, InboxQuery.ALL).rows()).hasSize(1);
        clock.set(MovableClock.at("2026-03-06T09:00"));
        perform(TaskOperation.RELEASE, task, head, Wanted.because("出差"));

        assertThat(inbox.find(task, colleague).orElseThrow().isClaimed()).isFalse();
        assertThat(open(contest)).hasSize(3);
        assertThat(complete(task, colleague, "approve")).isInstanceOf(Completion.Completed.class);
    }

    private Ranked contest(CountersignRule rule) {
        Ranked contest = ranked.countersigning("higher-college", 3, 1);
        rule(contest, rule);
        return contest;
    }

    /** As if the decision table had said so when the round began. */
    private void rule(Ranked contest, CountersignRule rule) {
        jdbc.sql("update countersign_round set rule = :rule where contest_key = :key and closed_at is null")
                .param("rule", rule.name())
                .param("key", contest.key().toString())
                .update();
    }

    private void approveUntilDecided(Ranked contest, Actor... officers) {
        for (Actor officer : officers) {
            inbox.openTaskOf(contest.key().toString(), officer)
                    .ifPresent(task -> assertThat(complete(task.id(), officer, "approve"))
                            .isInstanceOf(Completion.Completed.class));
        }
    }

    private void perform(TaskOperation operation, String task, Actor actor, Wanted wanted) {
        assertThat(operations.perform(operation, task, actor, wanted)).isInstanceOf(OperationResult.Done.class);
    }

    private Completion complete(String task, Actor actor, String decision) {
        return inbox.complete(task, actor, Map.of("decision", decision, "opinion", "意见"), Optional.empty());
    }

    private String task(Ranked contest, Actor actor) {
        return inbox.openTaskOf(contest.key().toString(), actor).orElseThrow().id();
    }

    /** Her own part in that task. */
    private String part(String task, Actor helper) {
        return jdbc.sql("""
                        select task_id from inbox_task
                        where helps_task_id = :task and assignee_id = :helper and state = 'OPEN'""")
                .param("task", task)
                .param("helper", helper.account().value())
                .query(String.class)
                .single();
    }

    private List<String> open(Ranked contest) {
        return jdbc.sql("""
                        select task_id from inbox_task where business_key = :key and task_key = 'countersign'
                          and state = 'OPEN' and helps_task_id is null""")
                .param("key", contest.key().toString())
                .query(String.class)
                .list();
    }

    private List<String> waiting(Ranked contest) {
        return jdbc.sql("""
                        select t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = :key""")
                .param("key", contest.key().toString())
                .query(String.class)
                .list();
    }

    private List<String> done(Actor actor) {
        return lists.done(actor, InboxQuery.ALL).rows().stream()
                .map(row -> row.businessKey() + " " + row.outcome().orElseThrow())
                .toList();
    }

    private int told(String template, Actor actor) {
        return jdbc.sql("select count(*) from message where account_id = :account and template = :template")
                .param("account", actor.account().value())
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    private static String id(Actor actor) {
        return String.valueOf(actor.account().value());
    }
}
