package org.chuyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
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
    Accounts accounts;

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
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", reviewer.account().value())
                .update();
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

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("修改事项（一次性告知）：");
        assertThat(walk.hasTask(number, reviewer)).isTrue();
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
    }

    @Test
    void aReturnWithItsRowsIsTheReviewersDecision() throws Exception {
        var rows = json.writeValueAsString(java.util.List.of(Map.of("place", "办学条件", "requirement", "占地面积请核对")));

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
