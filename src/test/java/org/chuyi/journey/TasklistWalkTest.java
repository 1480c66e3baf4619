package org.chuyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Visitor;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** A city's review as Camunda's Tasklist sends it: the same form, the same checks, the same record. */
// Camunda's web applications find the engine by its name; another context that has ended took the name with it.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@IntegrationTest
class TasklistWalkTest {

    static final String COMPLETE = "button:has-text('提交办结')";
    static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Walk walk;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    ApplicationContents contents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    Visitor tasklist;
    Actor reviewer;
    ApplicationNumber number;
    String task;

    @BeforeEach
    void anApplicationWithTheCity() {
        var round = rounds.justOpened();
        number = new Submission(walk, people, round).by(Submission.OF_CHANGSHA);
        reviewer = people.cityReviewer(People.CHANGSHA);
        letSignIn(reviewer);
        tasklist = new Visitor(port);
        tasklist.signIn(reviewer.login(), People.PASSWORD);
        task = walk.task(number, reviewer).id();
    }

    @Test
    void theFormIsTheSame() {
        assertThat(tasklist.get(ENGINE + "/task/" + task + "/deployed-form").body())
                .contains("\"id\": \"city-review\"", "修改事项（一次性告知）");
    }

    @Test
    void aReturnWithoutCorrectionsIsRefusedInOurWordsAndTheTaskStaysOpen() throws Exception {
        var answer = submit(Map.of("decision", text("returned"), "opinion", text("请修改。")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()))
                .isEqualTo(json.valueToTree(Map.of("type", "TaskRejected", "message", "修改事项（一次性告知）：至少填写1行")));
        assertThat(walk.hasTask(number, reviewer)).isTrue();
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
    }

    @Test
    void aReturnWithItsRowsIsTheReviewersDecision() throws Exception {
        var rows = json.writeValueAsString(List.of(Map.of("place", "办学条件", "requirement", "占地面积请核对")));

        var answer = submit(Map.of(
                "decision", text("returned"),
                "opinion", text("请按清单修改。"),
                "corrections", Map.of("type", "Json", "value", rows)));

        assertThat(answer.body()).isIn("", "{}");
        assertThat(walk.hasTask(number, reviewer)).isFalse();
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.RETURNED);
        assertThat(recordedReviewer()).isEqualTo(reviewer.account().value());
        assertThat(historyHolds("corrections")).isFalse();
    }

    @Test
    void theReviewerReadsInHerBrowserWhyItIsRefusedAndThenReturnsTheApplication() {
        try (var person = new PersonInBrowser(port).signIn(reviewer.login(), People.PASSWORD)) {
            openTask(person, task);
            person.see(".claim").click();
            person.see("label:has-text('退回修改')").click();
            person.see("textarea").first().fill("请按清单修改。");
            person.see("[aria-label='删除第 1 行']").click();
            person.see(COMPLETE).click();
            person.reads("未能提交，请按提示修改后重试", "修改事项（一次性告知）：至少填写1行");
            assertThat(walk.hasTask(number, reviewer)).isTrue();

            person.see("text=添加一行").click();
            person.see(COMPLETE).click();
            PlaywrightAssertions.assertThat(person.see(".fjs-form-field-error >> text=请填写此项"))
                    .hasCount(2);
            Browser.picture(person.page(), "tasklist");
            person.see(".fjs-container input[type=text]").fill("办学条件");
            person.see("textarea").last().fill("占地面积请核对");
            person.see(COMPLETE).click();
            PlaywrightAssertions.assertThat(person.see(".fjs-container")).hasCount(0);
        }
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.RETURNED);
        assertThat(recordedReviewer()).isEqualTo(reviewer.account().value());
    }

    /** A field that became wrong and was then hidden must not hold anybody up. */
    @Test
    void anotherDecisionCanBeTakenAfterARefusal() {
        try (var person = new PersonInBrowser(port).signIn(reviewer.login(), People.PASSWORD)) {
            openTask(person, task);
            person.see(".claim").click();
            person.see("label:has-text('退回修改')").click();
            person.see("textarea").first().fill("材料齐全，符合条件。");
            person.see(COMPLETE).click();
            PlaywrightAssertions.assertThat(person.see(".fjs-form-field-error >> text=请填写此项"))
                    .hasCount(2);
            person.see("label:text-is('推荐')").click();
            person.see(COMPLETE).click();
            PlaywrightAssertions.assertThat(person.see(".fjs-container")).hasCount(0);
        }
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.FORMAL_CHECK);
    }

    @Test
    void theClerkFindsHerDraftWithItsRowsAndHandsItIn() throws Exception {
        var clerk = people.applicantOf(Submission.OF_LOUDI);
        letSignIn(clerk);
        var filing = walk.started(
                clerk,
                rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31")),
                Submission.PROGRAMME);
        walk.withMaterials(filing, Submission.PROGRAMME, clerk);
        var answers = walk.answers(Submission.PROGRAMME, clerk);
        int revision = contents.draft(filing, clerk).orElseThrow().revision();
        contents.save(filing, clerk, revision, answers);
        var before = contents.draft(filing, clerk).orElseThrow().answers();
        var form = walk.task(filing, clerk).id();

        try (var person = new PersonInBrowser(port).signIn(clerk.login(), People.PASSWORD)) {
            openTask(person, form);
            person.see(".claim").click();
            person.see(COMPLETE).click();
            PlaywrightAssertions.assertThat(person.see(".fjs-container")).hasCount(0);
        }

        assertThat(applications.get(filing).status()).isEqualTo(ApplicationStatus.SCHOOL_SIGN_OFF);
        // What other answers hide is not handed in.
        var visible = new TreeMap<>(before);
        visible.keySet().removeAll(List.of("sponsor", "licenceNumber", "standardPlan"));
        assertThat(contents.draft(filing, clerk).orElseThrow().answers()).isEqualTo(visible);
    }

    /** Another school's clerk gets neither the draft nor the engine's variables of the task. */
    @Test
    void aDraftIsForItsSchoolAlone() {
        var clerk = people.applicantOf(Submission.OF_LOUDI);
        var filing = walk.started(
                clerk,
                rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31")),
                Submission.PROGRAMME);
        int revision = contents.draft(filing, clerk).orElseThrow().revision();
        contents.save(filing, clerk, revision, Map.of("schoolName", "只给本校看的名称"));
        var form = walk.task(filing, clerk).id();

        var answer = tasklist.get(ENGINE + "/task/" + form + "/form-variables?deserializeValues=false");

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("只给本校看的名称");
    }

    /** Camunda's pages are four megabytes of script: on a busy machine they take their time. */
    private static void openTask(PersonInBrowser person, String id) {
        person.page().setDefaultTimeout(60_000);
        person.open("/camunda/app/tasklist/default/#/?task=" + id);
        person.see(".claim").waitFor();
        person.page().setDefaultTimeout(15_000);
    }

    private void letSignIn(Actor actor) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", actor.account().value())
                .update();
    }

    private long recordedReviewer() {
        return jdbc.sql("select completed_by from inbox_task where task_id = :task")
                .param("task", task)
                .query(Long.class)
                .single();
    }

    private boolean historyHolds(String variable) {
        return jdbc.sql("""
                        select exists (select 1 from act_hi_varinst v join act_hi_procinst p on p.id_ = v.proc_inst_id_
                        where v.name_ = :name and p.business_key_ = :key)""")
                .param("name", variable)
                .param("key", number.value())
                .query(Boolean.class)
                .single();
    }

    private HttpResponse<String> submit(Map<String, Object> variables) throws Exception {
        tasklist.get("/camunda/app/tasklist/default/");
        return tasklist.send(
                "POST",
                ENGINE + "/task/" + task + "/submit-form",
                json.writeValueAsString(Map.of("variables", variables)),
                "X-XSRF-TOKEN",
                tasklist.cookie("XSRF-TOKEN"),
                "Accept-Language",
                "zh-CN");
    }

    private static Map<String, String> text(String value) {
        return Map.of("type", "String", "value", value);
    }
}
