package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.selection.RankedContests.Ranked;
import org.chuyi.testing.AtOnce;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** contest.bpmn from the countersign on: every path, both answers of each gateway, with the real handlers. */
@IntegrationTest
@Import(RankedContests.class)
class CountersignProcessTest {

    @Autowired
    RankedContests ranked;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Countersigning countersigning;

    @Autowired
    FinalDecisions decisions;

    @Autowired
    ContestResults results;

    @Autowired
    Contests contests;

    @Autowired
    CountersignTable table;

    @Autowired
    PolicyPacks packs;

    @Autowired
    RuntimeService engine;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Actor education;
    Actor finance;
    Actor humanResources;
    Actor reform;
    Actor leader;

    @BeforeEach
    void theDepartments() {
        clock.set(MovableClock.START);
        education = officer(Department.EDUCATION);
        finance = officer(Department.FINANCE);
        humanResources = officer(Department.HUMAN_RESOURCES);
        reform = officer(Department.DEVELOPMENT_REFORM);
        leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
    }

    @Test
    void allApproveTheLeaderApprovesAndTheResultFollowsTheRanking() {
        Ranked contest = ranked.countersigning("higher-college", 4, 2);

        sign(contest, education, "approve");
        sign(contest, finance, "approve");
        assertThat(hasTask(contest, leader)).isFalse();
        sign(contest, reform, "approve");
        done(contest, leader, Map.of("decision", "approved", "opinion", "同意"));

        assertThat(results.of(contest.key()))
                .extracting(each -> each.number().value(), ContestResult::selected, ContestResult::ground)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(contest.numbers().get(0), true, ContestResult.Ground.RANK),
                        org.assertj.core.groups.Tuple.tuple(contest.numbers().get(1), true, ContestResult.Ground.RANK),
                        org.assertj.core.groups.Tuple.tuple(
                                contest.numbers().get(2), false, ContestResult.Ground.BELOW_LINE),
                        org.assertj.core.groups.Tuple.tuple(
                                contest.numbers().get(3), false, ContestResult.Ground.BELOW_LINE));
        assertThat(contests.get(contest.key()).state()).isEqualTo(Contest.State.DECIDED);
        assertThat(endOf(contest)).isEqualTo("contestDecided");
    }

    @Test
    void oneObjectionLeavesTheOthersTheirTasksAndThenTheLeadReconciles() {
        Ranked contest = ranked.countersigning("higher-college", 3, 1);

        sign(contest, finance, "object");
        assertThat(hasTask(contest, education)).isTrue();
        assertThat(hasTask(contest, reform)).isTrue();
        sign(contest, education, "approve");
        sign(contest, reform, "approve");

        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.DISSENT);
        assertThat(hasTask(contest, leader)).isFalse();
        done(contest, education, Map.of("decision", "submitted", "opinion", "经协调，附财政厅意见报审定"));
        assertThat(hasTask(contest, leader)).isTrue();
        assertThat(decisions.reconciliations(contest.key()))
                .extracting(Reconciliation::decision)
                .containsExactly(Reconciliation.Decision.SUBMITTED);
        assertThat(countersigning.last(contest.key()).orElseThrow().dissent())
                .extracting(Countersignature::department)
                .containsExactly(Department.FINANCE);
    }

    @Test
    void theLeadHasItCountersignedAgainAndTheEarlierOpinionsStay() {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);
        sign(contest, education, "approve");
        sign(contest, finance, "object");

        done(contest, education, Map.of("decision", "again", "opinion", "补充预算说明后重新会签"));

        assertThat(countersigning.of(contest.key())).hasSize(2);
        sign(contest, education, "approve");
        sign(contest, finance, "approve");
        assertThat(hasTask(contest, leader)).isTrue();
        assertThat(countersigning.of(contest.key()))
                .extracting(CountersignRound::result)
                .containsExactly(CountersignResult.DISSENT, CountersignResult.PASSED);
    }

    @Test
    void theLeadSendsItBackToTheRanking() {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);
        sign(contest, education, "approve");
        sign(contest, finance, "object");

        done(contest, education, Map.of("decision", "ranking", "opinion", "重新核对排序"));

        assertThat(waitingAt(contest)).containsExactly("confirmRanking");
    }

    @Test
    void aReturnCancelsWhatTheOthersHaveOpen() {
        Ranked contest = ranked.countersigning("higher-college", 3, 1);
        InboxTask open = task(contest, reform);

        sign(contest, finance, "return");

        assertThat(waitingAt(contest)).containsExactly("confirmRanking");
        assertThat(inbox.find(open.id(), reform).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
        assertThat(inbox.complete(open.id(), reform, approval(), Optional.empty()))
                .isInstanceOf(Completion.Cancelled.class);
        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.RETURNED);
    }

    @Test
    void oneDepartmentsRefusalIsNotAnothersWork() {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);

        sign(contest, finance, "object");

        assertThat(doneBy(contest, finance)).containsExactly("object");
        assertThat(doneBy(contest, education)).isEmpty();
    }

    @Test
    void twoDepartmentsAtTheSameMomentAreBothCounted() throws Exception {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);
        String first = task(contest, education).id();
        String second = task(contest, finance).id();
        List<Callable<Completion>> presses = List.of(
                () -> inbox.complete(first, education, approval(), Optional.empty()),
                () -> inbox.complete(second, finance, approval(), Optional.empty()));

        assertThat(AtOnce.<Completion>press(presses)).hasOnlyElementsOfType(Completion.Completed.class);

        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.PASSED);
        assertThat(hasTask(contest, leader)).isTrue();
    }

    @Test
    void theLeaderMakesAnExceptionWithItsReason() {
        Ranked contest = countersigned("secondary-school", 4, 2);

        done(
                contest,
                leader,
                Map.of(
                        "decision",
                        "approved",
                        "opinion",
                        "同意，附例外",
                        "exceptions",
                        List.of(
                                exception(contest.numbers().get(1), "omit", "已承担同类国家项目"),
                                exception(contest.numbers().get(2), "select", "民族地区"))));

        assertThat(results.of(contest.key()))
                .extracting(ContestResult::selected, ContestResult::ground, ContestResult::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, ContestResult.Ground.RANK, ""),
                        org.assertj.core.groups.Tuple.tuple(false, ContestResult.Ground.EXCEPTION, "已承担同类国家项目"),
                        org.assertj.core.groups.Tuple.tuple(true, ContestResult.Ground.EXCEPTION, "民族地区"),
                        org.assertj.core.groups.Tuple.tuple(false, ContestResult.Ground.BELOW_LINE, ""));
    }

    @Test
    void anExceptionMustNotMakeTheListTooLong() {
        Ranked contest = countersigned("secondary-school", 4, 2);

        assertRefused(
                contest,
                leader,
                Map.of(
                        "decision",
                        "approved",
                        "opinion",
                        "同意",
                        "exceptions",
                        List.of(exception(contest.numbers().get(2), "select", "民族地区"))),
                "selection.problem.tooMany");
        assertThat(results.of(contest.key())).isEmpty();
    }

    @Test
    void anExceptionMustNameARowAndChangeIt() {
        Ranked contest = countersigned("secondary-school", 3, 1);

        assertRefused(
                contest,
                leader,
                approvedWith(exception("CY2026-91-9999", "select", "无此编号")),
                "selection.problem.notInContest");
        assertRefused(
                contest,
                leader,
                approvedWith(exception(contest.numbers().get(0), "select", "本来就在名单上")),
                "selection.problem.noException");
    }

    @Test
    void theLeaderCannotApproveAListOnWhichSomebodyHasWithdrawn() {
        Ranked contest = countersigned("secondary-school", 3, 1);
        jdbc.sql("update project_application set status = 'WITHDRAWN' where number = :number")
                .param("number", contest.numbers().get(0))
                .update();

        assertRefused(
                contest,
                leader,
                Map.of("decision", "approved", "opinion", "同意"),
                "selection.problem.withdrawnSinceRanking");
        done(contest, leader, Map.of("decision", "ranking", "opinion", "有撤回，重新排序"));
        assertThat(waitingAt(contest)).containsExactly("confirmRanking");
    }

    @Test
    void theLeaderHasItCountersignedAgain() {
        Ranked contest = countersigned("secondary-school", 3, 1);

        done(contest, leader, Map.of("decision", "countersign", "opinion", "请财政厅补充意见"));

        assertThat(hasTask(contest, finance)).isTrue();
        assertThat(countersigning.of(contest.key())).hasSize(2);
        assertThat(contests.get(contest.key()).state()).isEqualTo(Contest.State.COUNTERSIGN);
    }

    @Test
    void anOpinionOnARowMustNameOneOfTheList() {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);

        assertRefused(
                contest,
                finance,
                Map.of(
                        "decision",
                        "approve",
                        "opinion",
                        "同意",
                        "rows",
                        List.of(Map.of("number", "CY2026-91-9999", "opinion", "预算偏高"))),
                "selection.problem.notInContest");
    }

    @Test
    void theTableAndTheGuideNameTheSameDepartments() {
        assertThat(packs.all().stream().filter(Programme::competitive).toList())
                .isNotEmpty()
                .allSatisfy(pack -> assertThat(table.departments(pack.code()))
                        .as(pack.code().value())
                        .containsExactlyInAnyOrderElementsOf(pack.countersigners()));
    }

    private Ranked countersigned(String programme, int applications, int places) {
        Ranked contest = ranked.countersigning(programme, applications, places);
        sign(contest, education, "approve");
        sign(contest, finance, "approve");
        return contest;
    }

    private void sign(Ranked contest, Actor officer, String decision) {
        done(contest, officer, Map.of("decision", decision, "opinion", "会签意见：" + decision));
    }

    private static Map<String, Object> approval() {
        return Map.of("decision", "approve", "opinion", "同意");
    }

    private static Map<String, Object> approvedWith(Map<String, Object> exception) {
        return Map.of("decision", "approved", "opinion", "同意", "exceptions", List.of(exception));
    }

    private static Map<String, Object> exception(String number, String action, String reason) {
        return Map.of("number", number, "action", action, "reason", reason);
    }

    private void assertRefused(Ranked contest, Actor actor, Map<String, Object> answers, String code) {
        var completion = inbox.complete(task(contest, actor).id(), actor, answers, Optional.empty());
        assertThat(completion).isInstanceOf(Completion.Rejected.class);
        assertThat(((Completion.Rejected) completion).problems())
                .extracting(FieldProblem::code)
                .containsExactly(code);
    }

    private void done(Ranked contest, Actor actor, Map<String, Object> answers) {
        assertThat(inbox.complete(task(contest, actor).id(), actor, answers, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
    }

    private InboxTask task(Ranked contest, Actor actor) {
        return inbox.openTaskOf(contest.key().toString(), actor).orElseThrow();
    }

    private boolean hasTask(Ranked contest, Actor actor) {
        return inbox.openTaskOf(contest.key().toString(), actor).isPresent();
    }

    private List<String> doneBy(Ranked contest, Actor actor) {
        return jdbc.sql("select outcome from inbox_task where business_key = :key and completed_by = :by")
                .param("key", contest.key().toString())
                .param("by", actor.account().value())
                .query(String.class)
                .list();
    }

    private List<String> waitingAt(Ranked contest) {
        return engine.getActiveActivityIds(engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(contest.key().toString(), ContestProcess.KEY)
                .singleResult()
                .getId());
    }

    private String endOf(Ranked contest) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(contest.key().toString())
                .finished()
                .singleResult()
                .getEndActivityId();
    }

    private Actor officer(Department department) {
        return people.in(organisations.department(department), Role.PROVINCIAL_OFFICER);
    }
}
