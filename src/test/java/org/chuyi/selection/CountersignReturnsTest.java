package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.selection.RankedContests.Ranked;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Into a step that several do at once, out of it, and back beside the others. */
@IntegrationTest
@Import(RankedContests.class)
class CountersignReturnsTest {

    @Autowired
    RankedContests ranked;

    @Autowired
    TaskOperations operations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Countersigning countersigning;

    @Autowired
    Contests contests;

    @Autowired
    ContestTitles titles;

    @Autowired
    MockMvc portal;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    RuntimeService engine;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor education;
    Actor finance;
    Actor reform;
    Actor leader;

    @BeforeEach
    void theDepartments() {
        clock.set(MovableClock.START);
        education = people.provincialOfficer(Department.EDUCATION);
        finance = people.provincialOfficer(Department.FINANCE);
        reform = people.provincialOfficer(Department.DEVELOPMENT_REFORM);
        leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
    }

    @Test
    void aReturnIntoTheCountersignAsksEveryDepartmentAgain() {
        Ranked contest = ranked.countersigning("higher-college", 4, 2);
        List<String> asked = open(contest);
        sign(contest, education, "approve");
        sign(contest, finance, "approve");
        sign(contest, reform, "approve");

        perform(TaskOperation.RETURN, task(contest, leader), leader, new Wanted("补充会签意见", "", "countersign"));

        assertThat(asked).hasSize(3);
        assertThat(open(contest)).isEqualTo(asked);
        assertThat(contests.get(contest.key()).state()).isEqualTo(Contest.State.COUNTERSIGN);
        sign(contest, reform, "approve");
        sign(contest, education, "approve");
        assertThat(waiting(contest)).containsExactly("countersign");
        sign(contest, finance, "approve");
        assertThat(waiting(contest)).containsExactly("finalDecision");
        assertThat(countersigning.of(contest.key()))
                .extracting(CountersignRound::result)
                .containsExactly(CountersignResult.PASSED, CountersignResult.PASSED);
    }

    @Test
    void aReturnOutOfTheCountersignCancelsWhatIsOpenBesideIt() {
        Ranked contest = ranked.countersigning("higher-college", 4, 2);
        String others = task(contest, reform);
        sign(contest, finance, "approve");

        perform(TaskOperation.RETURN, task(contest, education), education, new Wanted("排序有误", "", "confirmRanking"));

        assertThat(waiting(contest)).containsExactly("confirmRanking");
        assertThat(inbox.find(others, reform).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
        assertThat(inbox.complete(others, reform, answer("approve"), Optional.empty()))
                .isInstanceOf(Completion.Cancelled.class);
        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.RETURNED);
        assertThat(contests.get(contest.key()).state()).isEqualTo(Contest.State.RANKING);
    }

    @Test
    void theReconciliationGoesBackToTheRankingOrRoundAgain() {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);
        sign(contest, education, "approve");
        sign(contest, finance, "object");
        assertThat(waiting(contest)).containsExactly("reconcile");

        perform(TaskOperation.RETURN, task(contest, education), education, new Wanted("重新会签", "", "countersign"));
        assertThat(waiting(contest)).containsExactly("countersign", "countersign");
        sign(contest, education, "approve");
        sign(contest, finance, "object");
        perform(TaskOperation.RETURN, task(contest, education), education, new Wanted("排序有误", "", "confirmRanking"));

        assertThat(waiting(contest)).containsExactly("confirmRanking");
    }

    @Test
    void aDepartmentTakesItsAnswerBackAndAnswersOnceMoreBesideTheOthers() {
        Ranked contest = ranked.countersigning("higher-college", 4, 2);
        String answered = task(contest, finance);
        sign(contest, finance, "object");

        perform(TaskOperation.WITHDRAW, answered, finance, Wanted.because("意见有误"));

        assertThat(open(contest)).hasSize(3);
        assertThat(countersigning.last(contest.key()).orElseThrow().signatures())
                .isEmpty();
        sign(contest, education, "approve");
        sign(contest, reform, "approve");
        assertThat(waiting(contest)).containsExactly("countersign");
        sign(contest, finance, "approve");
        assertThat(waiting(contest)).containsExactly("finalDecision");
        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.PASSED);
    }

    @Test
    void onceTheCountersignIsOverTheAnswerStands() {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);
        String answered = task(contest, finance);
        sign(contest, finance, "approve");
        sign(contest, education, "approve");

        assertThat(operations.perform(TaskOperation.WITHDRAW, answered, finance, Wanted.because("意见有误")))
                .isInstanceOf(OperationResult.Refused.class);
        assertThat(waiting(contest)).containsExactly("finalDecision");
    }

    @Test
    void oneRejectionDoesNotEndACountersignThatHalfDecides() {
        Ranked contest = ranked.countersigning("secondary-school", 3, 1);
        rule(contest, CountersignRule.HALF);

        sign(contest, finance, "object");
        assertThat(waiting(contest)).containsExactly("countersign");
        sign(contest, education, "approve");

        assertThat(countersigning.last(contest.key()).orElseThrow().result()).isEqualTo(CountersignResult.PASSED);
        assertThat(waiting(contest)).containsExactly("finalDecision");
    }

    @Test
    void whereAnyMaySignTheFirstApprovalCancelsTheOthersTasks() {
        Ranked contest = ranked.countersigning("higher-college", 3, 1);
        rule(contest, CountersignRule.ANY);
        String others = task(contest, reform);

        sign(contest, finance, "object");
        assertThat(open(contest)).hasSize(2);
        sign(contest, education, "approve");

        assertThat(inbox.find(others, reform).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
        assertThat(waiting(contest)).containsExactly("finalDecision");
    }

    @Test
    void theContestsPagesHaveTheOperationsOfTheReadersTaskAndOfNobodyElses() throws Exception {
        Ranked contest = ranked.countersigning("higher-college", 3, 1);

        String financesTask = "/tasks/" + task(contest, finance) + "/operations/";
        assertThat(page("/contests/" + contest.key(), finance))
                .contains(financesTask + "claim", financesTask + "return");
        assertThat(page("/contests/" + contest.key(), leader)).doesNotContain("/operations/");
        perform(TaskOperation.RETURN, task(contest, education), education, new Wanted("排序有误", "", "confirmRanking"));
        assertThat(page("/contests/" + contest.key() + "/ranking", education))
                .contains("/tasks/" + task(contest, education) + "/operations/claim");
        assertThat(page("/contests/" + contest.key() + "/ranking", leader)).doesNotContain("/operations/");
    }

    @Test
    void theListCallsTheContestInTheReadersLanguage() throws Exception {
        Ranked contest = ranked.countersigning("higher-college", 3, 1);
        String list = "/inbox?q=" + contest.key();

        assertThat(page(list, finance)).contains("楚怡高水平高职专科院校").doesNotContain(english(contest));
        assertThat(page(list + "&lang=en", finance)).contains(english(contest)).doesNotContain(">楚怡高水平高职专科院校<");
        assertThat(page("/tasks/" + task(contest, finance) + "?lang=en", finance))
                .contains(english(contest));
    }

    @Test
    void aNumberIsProposedFromTheListThatTheReadersTaskIsAboutAndNoOther() throws Exception {
        Ranked contest = ranked.countersigning("higher-college", 3, 1);
        Ranked other = ranked.countersigning("secondary-school", 3, 1);
        var housing = people.provincialOfficer(Department.HOUSING);
        String first = contest.numbers().get(0);

        assertThat(proposed(finance, task(contest, finance), first)).containsExactly(first);
        assertThat(proposed(finance, task(contest, finance), "CY2026"))
                .containsExactlyElementsOf(contest.numbers())
                .doesNotContainAnyElementsOf(other.numbers());
        assertThat(proposed(finance, task(contest, finance), " ")).isEmpty();
        assertThat(proposed(housing, task(contest, finance), "CY2026")).isEmpty();
        assertThat(proposed(finance, task(contest, reform), "CY2026")).isEmpty();
        assertThat(proposed(finance, "", "CY2026")).isEmpty();
    }

    private List<String> proposed(Actor reader, String task, String text) throws Exception {
        String answer = portal.perform(get("/suggestions/contest-applications")
                        .param("q", text)
                        .param("of", task)
                        .with(as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return com.jayway.jsonpath.JsonPath.read(answer, "$[*].value");
    }

    private String english(Ranked contest) {
        return titles.of(contest.key()).en();
    }

    private String page(String path, Actor actor) throws Exception {
        return portal.perform(get(path).with(as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** As if the decision table had said so when the round began. */
    private void rule(Ranked contest, CountersignRule rule) {
        jdbc.sql("update countersign_round set rule = :rule where contest_key = :key and closed_at is null")
                .param("rule", rule.name())
                .param("key", contest.key().toString())
                .update();
    }

    private void sign(Ranked contest, Actor officer, String decision) {
        assertThat(inbox.complete(task(contest, officer), officer, answer(decision), Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
    }

    private static Map<String, Object> answer(String decision) {
        return Map.of("decision", decision, "opinion", "意见");
    }

    private void perform(TaskOperation operation, String task, Actor actor, Wanted wanted) {
        assertThat(operations.perform(operation, task, actor, wanted)).isInstanceOf(OperationResult.Done.class);
    }

    private String task(Ranked contest, Actor actor) {
        return inbox.openTaskOf(contest.key().toString(), actor).orElseThrow().id();
    }

    /** Organisations that the countersign waits for. */
    private List<String> open(Ranked contest) {
        return jdbc.sql("""
                        select o.name from inbox_task t join organisation o on o.id = t.organisation_id
                        where t.business_key = :key and t.task_key = 'countersign' and t.state = 'OPEN'
                        order by o.name""")
                .param("key", contest.key().toString())
                .query(String.class)
                .list();
    }

    /** As the engine has it, and as the inbox has it. */
    private List<String> waiting(Ranked contest) {
        List<String> inInbox = jdbc.sql(
                        "select task_key from inbox_task where business_key = :key and state = 'OPEN' order by task_key")
                .param("key", contest.key().toString())
                .query(String.class)
                .list();
        var instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(contest.key().toString())
                .singleResult();
        assertThat(jdbc.sql("select task_def_key_ from act_ru_task where proc_inst_id_ = :id order by task_def_key_")
                        .param("id", instance.getId())
                        .query(String.class)
                        .list())
                .isEqualTo(inInbox);
        return inInbox;
    }
}
