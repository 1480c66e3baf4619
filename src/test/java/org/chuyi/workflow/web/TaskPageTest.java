package org.chuyi.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.CHANGSHA;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_CHANGSHA;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.programme.Round;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class TaskPageTest {

    static final String SUPERVISED = "长沙航空职业技术学院";

    @Autowired
    MockMvc portal;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    Applications filing;

    @Autowired
    JdbcClient jdbc;

    Submission submission;
    Actor reviewer;

    @BeforeEach
    void anOpenRound() {
        Round round = rounds.justOpened();
        submission = new Submission(walk, people, round);
        reviewer = people.cityReviewer(LOUDI);
    }

    @Test
    void theTaskStandsBesideItsCaseWithItsLastDay() throws Exception {
        var number = submission.by(OF_LOUDI);
        jdbc.sql("update inbox_task set due_at = cast(:due as timestamptz) where task_id = :id")
                .param("due", "2026-03-04T16:00:00Z")
                .param("id", task(number))
                .update();

        var page = open(reviewer, task(number));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(text(page))
                .contains(OF_LOUDI, number.value(), "市州审核", "/applications/" + number + "/panel")
                .contains("2026年3月4日", "还剩 2 个工作日");
    }

    @Test
    void anotherCitysTaskIsNotThereAndNothingOfItIsSaid() throws Exception {
        var theirs = submission.by(OF_CHANGSHA);
        var taskId = walk.task(theirs, people.cityReviewer(CHANGSHA)).id();

        for (var answer : List.of(
                open(reviewer, taskId),
                send(reviewer, get("/tasks/" + taskId + "/form")),
                complete(reviewer, taskId, Submission.recommending(), Optional.empty()))) {
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(text(answer)).doesNotContain(OF_CHANGSHA, theirs.value(), "secondary-school", "优秀中职");
        }
        assertThat(applications.get(theirs).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
    }

    @Test
    void theNextOfTheSameKindIsOfferedAndWithoutOneTheInbox() throws Exception {
        var authority = people.organisation("空军装备部");
        jdbc.sql("update inbox_task set state = 'CANCELLED' where organisation_id = :id and state = 'OPEN'")
                .param("id", authority.id().value())
                .update();
        reviewer = people.in(authority, Role.REVIEWER);
        var firstTask = task(submission.by(SUPERVISED, "higher-college"));
        var secondTask = task(submission.by(SUPERVISED, "culture-base"));

        var answer = body(complete(reviewer, firstTask, Submission.recommending(), Optional.empty()));
        var last = body(complete(reviewer, secondTask, Submission.recommending(), Optional.empty()));

        assertThat(answer.get("location").asText()).isEqualTo("/tasks/" + secondTask);
        assertThat(answer.get("message").asText()).contains(SUPERVISED, "推荐", "1 件");
        assertThat(last.get("location").asText()).isEqualTo("/inbox");
    }

    @Test
    void whatIsMissingIsSaidFieldByField() throws Exception {
        var number = submission.by(OF_LOUDI);

        var answer = complete(reviewer, task(number), Map.of("decision", "recommended"), Optional.empty());

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = body(answer).get("problems").get(0);
        assertThat(problem.get("path").asText()).isEqualTo("opinion");
        assertThat(problem.get("label").asText()).isEqualTo("审核意见");
        assertThat(problem.get("message").asText()).isEqualTo("请填写此项");
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
    }

    @Test
    void whoComesAMomentLaterIsToldWhoWasFirst() throws Exception {
        var number = submission.by(OF_LOUDI);
        var taskId = task(number);
        var colleague = people.cityReviewer(LOUDI);
        clock.set(MovableClock.at("2026-03-02T14:05"));
        complete(reviewer, taskId, Submission.recommending(), Optional.empty());
        clock.set(MovableClock.at("2026-03-02T14:06"));

        var answer = complete(colleague, taskId, Submission.returning(), Optional.empty());

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(body(answer).get("detail").asText()).isEqualTo(reviewer.name() + " 已于 2026年3月2日 14:05 办理");
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.FORMAL_CHECK);
        assertThat(text(open(colleague, taskId))).contains("此事项已办理", reviewer.name(), "2026年3月2日 14:05");
    }

    @Test
    void theSameRequestTwiceIsDoneOnceAndAnsweredTwice() throws Exception {
        var number = submission.by(OF_LOUDI);
        var taskId = task(number);

        var first = complete(reviewer, taskId, Submission.recommending(), Optional.of("key-" + taskId));
        var second = complete(reviewer, taskId, Submission.recommending(), Optional.of("key-" + taskId));
        var other = complete(reviewer, taskId, Submission.recommending(), Optional.of("other-" + taskId));

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(second.getStatus()).isEqualTo(200);
        assertThat(body(second)).isEqualTo(body(first));
        assertThat(other.getStatus()).isEqualTo(409);
    }

    @Test
    void anEndlessRequestKeyIsRefused() throws Exception {
        var number = submission.by(OF_LOUDI);

        var answer = complete(reviewer, task(number), Submission.recommending(), Optional.of("k".repeat(201)));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
    }

    @Test
    void aWithdrawnApplicationLeavesATaskThatSaysSo() throws Exception {
        var number = submission.by(OF_LOUDI);
        var taskId = task(number);
        assertThat(filing.withdraw(number, people.applicantOf(OF_LOUDI), "材料有误"))
                .isTrue();

        assertThat(text(open(reviewer, taskId))).contains("此事项已撤销，无需办理");
        var answer = complete(reviewer, taskId, Submission.recommending(), Optional.empty());
        assertThat(answer.getStatus()).isEqualTo(410);
        assertThat(body(answer).get("detail").asText()).startsWith("此事项已撤销，无需办理");
    }

    @Test
    void fillingInHappensOnTheApplicationsOwnPage() throws Exception {
        var applicant = people.applicantOf(OF_LOUDI);
        var number = walk.started(applicant, submission.round(), Submission.PROGRAMME);

        var answer = open(applicant, walk.task(number, applicant).id());

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/applications/" + number + "/form");
    }

    @Test
    void theFormIsThatOfTheTaskInTheReadersLanguage() throws Exception {
        var taskId = task(submission.by(OF_LOUDI));

        assertThat(text(send(reviewer, get("/tasks/" + taskId + "/form")))).contains("审核结论", "不予推荐");
        assertThat(text(send(reviewer, get("/tasks/" + taskId + "/form?lang=en"))))
                .contains("Do not recommend");
    }

    @Test
    void theInboxShowsHerCityInEachTabAndNothingOfAnother() throws Exception {
        var ours = submission.by(OF_LOUDI);
        var theirs = submission.by(OF_CHANGSHA);

        assertThat(text(send(reviewer, get("/inbox?q=" + ours))))
                .contains(ours.value())
                .doesNotContain(theirs.value());
        assertThat(text(send(reviewer, get("/inbox?order=newest"))))
                .contains(ours.value())
                .doesNotContain(theirs.value());
        for (String tab : List.of("done", "started", "copied")) {
            var page = send(reviewer, get("/inbox?tab=" + tab));
            assertThat(page.getStatus()).isEqualTo(200);
            assertThat(text(page)).doesNotContain(theirs.value());
        }
        assertThat(send(reviewer, get("/inbox?tab=no&due=x&order=y&from=z&city=1&task=%00&q=%00"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(text(send(reviewer, get("/inbox?q=" + ours).header("HX-Request", "true"))))
                .contains(ours.value())
                .doesNotContain("<html");
        assertThat(text(send(reviewer, get("/inbox?q=nothing-like-it"))))
                .containsOnlyOnce("没有符合条件的事项")
                .doesNotContain("没有待办");
        assertThat(send(reviewer, get("/inbox/copies/" + theirs)).getStatus()).isEqualTo(404);
    }

    @Test
    void theListsSayTheStatusAsHerReaderIsToldIt() throws Exception {
        var number = submission.by(OF_LOUDI);
        var clerk = people.applicantOf(OF_LOUDI);
        jdbc.sql("update inbox_case set started_by = :account where business_key = :number")
                .param("account", clerk.account().value())
                .param("number", number.value())
                .update();
        jdbc.sql(
                        "insert into inbox_copy (account_id, business_key, reason, copied_at) values (:account, :number, 'approved', now())")
                .param("account", reviewer.account().value())
                .param("number", number.value())
                .update();
        walk.done(number, reviewer, Submission.returning());
        walk.done(number, clerk, walk.answers(Submission.PROGRAMME, clerk));

        assertThat(text(send(reviewer, get("/inbox?tab=copied&q=" + number))))
                .contains("退回修改")
                .doesNotContain("待校级审核");
        assertThat(text(send(clerk, get("/inbox?tab=started&q=" + number)))).contains("待校级审核");
    }

    private String task(ApplicationNumber number) {
        return walk.task(number, reviewer).id();
    }

    private MockHttpServletResponse open(Actor actor, String taskId) throws Exception {
        return send(actor, get("/tasks/" + taskId));
    }

    private MockHttpServletResponse complete(
            Actor actor, String taskId, Map<String, Object> answers, Optional<String> requestKey) throws Exception {
        var request = post("/tasks/" + taskId + "/completion")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(new LinkedHashMap<>(Map.of("revision", 0, "answers", answers))));
        requestKey.ifPresent(key -> request.header("Idempotency-Key", key));
        return send(actor, request);
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return portal.perform(
                        request.with(authentication(CurrentActor.authentication(new SignedIn(actor, false, false))))
                                .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsByteArray());
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
