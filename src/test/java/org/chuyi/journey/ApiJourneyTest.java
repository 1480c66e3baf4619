package org.chuyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.chuyi.application.upload.FileSamples;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.Round;
import org.chuyi.testing.ApiCaller;
import org.chuyi.testing.ApiCaller.Answer;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole main job as calls to the API, with real tokens over HTTP; and what becomes of bad calls. */
@IntegrationTest
class ApiJourneyTest {

    static final String SCHOOL = "浏阳市职业中专学校";
    static final String PROGRAMME = "culture-base";
    static final String APPLICATIONS = "/api/v1/applications";
    static final String KEY = "Idempotency-Key";

    @LocalServerPort
    int port;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Round round;
    Actor applicant;
    ApiCaller clerk;
    ApiCaller leader;
    ApiCaller city;
    ApiCaller province;

    @BeforeEach
    void anOpenRoundAndPeopleWithTokens() {
        round = rounds.justOpened();
        applicant = people.applicantOf(SCHOOL);
        clerk = calling(applicant);
        leader = calling(people.leaderOf(SCHOOL));
        city = calling(people.cityReviewer(People.CHANGSHA));
        province = calling(people.provincialOfficer());
    }

    @AfterEach
    void timeAsItWas() {
        clock.set(MovableClock.START);
    }

    @Test
    void anApplicationGoesTheWholeWayByCallsAlone() {
        var anybody = new ApiCaller(port, "");
        assertThat(anybody.get("/api/v1/rounds?phase=open").json().findValuesAsText("code"))
                .contains(round.code().value());
        var programme = anybody.get("/api/v1/rounds/" + round.code() + "/programmes/" + PROGRAMME);
        assertThat(programme.text("/name/zh")).isEqualTo("楚怡文化传承基地");
        assertThat(programme.text("/form/id")).isEqualTo("application-culture-base");

        String number = begun();
        var application = clerk.get(APPLICATIONS + "/" + number);
        assertThat(application.text("/status")).isEqualTo("DRAFT");
        assertThat(application.text("/publicStatus")).isEqualTo("填报中");
        assertThat(application.text("/filingDueAt")).isEqualTo("2026-04-01T00:00:00+08:00");
        assertThat(application.at("/next/mine").asBoolean()).isTrue();
        assertThat(application.text("/next/lastDay")).isEqualTo("2026-03-31");

        var draft = clerk.get(APPLICATIONS + "/" + number + "/draft");
        var saved = clerk.send(
                "PUT",
                APPLICATIONS + "/" + number + "/draft",
                Map.of("revision", draft.at("/revision").asInt(), "answers", walk.answers(PROGRAMME, applicant)));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.at("/refused")).isEmpty();
        withMaterials(number);
        assertThat(submitted(number, saved.at("/revision").asInt()).text("/status"))
                .isEqualTo("SCHOOL_SIGN_OFF");

        assertThat(completed(leader, number, decision("signedOff")).text("/outcome"))
                .isEqualTo("signedOff");
        assertThat(completed(city, number, returned()).text("/outcome")).isEqualTo("returned");

        var returned = clerk.get(APPLICATIONS + "/" + number);
        assertThat(returned.text("/status")).isEqualTo("RETURNED");
        assertThat(returned.text("/correction/by")).isEqualTo("长沙市教育局");
        assertThat(returned.text("/correction/items/0/place")).isEqualTo("建设基础");
        assertThat(returned.text("/correction/dueAt")).endsWith("T00:00:00+08:00");

        int revision = clerk.get(APPLICATIONS + "/" + number + "/draft")
                .at("/revision")
                .asInt();
        submitted(number, revision);
        completed(leader, number, decision("signedOff"));
        completed(city, number, decision("recommended"));
        completed(province, number, decision("approved"));

        var approved = clerk.get(APPLICATIONS + "/" + number);
        assertThat(approved.text("/publicStatus")).isEqualTo("已批准");
        assertThat(approved.at("/versions")).hasSize(2);
        assertThat(clerk.inEnglish().get(APPLICATIONS + "/" + number).text("/publicStatus"))
                .isEqualTo("Approved");
        var version = clerk.get(APPLICATIONS + "/" + number + "/versions/2");
        assertThat(version.text("/sha256")).hasSize(64);
        assertThat(version.at("/materials")).isNotEmpty();
        assertHistory(number);
        assertThat(clerk.get("/api/v1/inbox?tab=started").json().findValuesAsText("number"))
                .contains(number);
        assertThat(city.get("/api/v1/inbox?tab=done").json().findValuesAsText("number"))
                .contains(number);
        assertThat(city.get("/api/v1/inbox?tab=copied").json().findValuesAsText("number"))
                .contains(number);
    }

    private void assertHistory(String number) {
        var forSchool = clerk.get(APPLICATIONS + "/" + number + "/history");
        assertThat(forSchool.text("/status")).isEqualTo("APPROVED");
        assertThat(decisionsIn(forSchool))
                .containsExactly(
                        "STARTED ",
                        "SCHOOL_SIGN_OFF signedOff",
                        "CITY_REVIEW returned",
                        "SCHOOL_SIGN_OFF signedOff",
                        "CITY_REVIEW recommended",
                        "FORMAL_CHECK approved");
        assertThat(forSchool.text("/steps/2/organisation")).isEqualTo("长沙市教育局");
        assertThat(forSchool.at("/steps/2/person").isMissingNode())
                .as("a reviewer is her organisation to the school")
                .isTrue();
        assertThat(forSchool.text("/steps/2/corrections/0/requirement")).isEqualTo("补充2025年数据");
        assertThat(province.get(APPLICATIONS + "/" + number + "/history")
                        .at("/steps/2/person")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void listsGoOnByCursor() {
        String number = begun();
        var item = clerk.get("/api/v1/applications?q=" + number).at("/items/0");
        assertThat(item.at("/number").asText()).isEqualTo(number);
        assertThat(item.at("/next/text").asText()).isEqualTo("填写并提交申报书");
        assertThat(clerk.get("/api/v1/inbox?cursor=nonsense").text("/type")).isEqualTo("/problems/invalid-parameter");
        assertProblem(clerk.get(APPLICATIONS + "?cursor=nonsense"), 400, "invalid-parameter");
        assertProblem(clerk.get(APPLICATIONS + "?cursor=1_CY2026"), 400, "invalid-parameter");
        assertThat(clerk.get(APPLICATIONS + "?cursor=1_" + number).at("/items")).isEmpty();
        assertThat(clerk.get("/api/v1/inbox?tab=others").status()).isEqualTo(400);
        assertThat(clerk.get("/api/v1/rounds?phase=never").status()).isEqualTo(400);
    }

    @Test
    void whatASchoolWithdrewIsOver() {
        String number = begun();
        String path = APPLICATIONS + "/" + number + "/withdrawal";

        assertProblem(clerk.send("POST", path, Map.of("reason", " ")), 400, "malformed-request");
        assertProblem(city.send("POST", path, Map.of("reason", "学校调整")), 403, "forbidden");
        assertThat(clerk.send("POST", path, Map.of("reason", "学校调整")).text("/status"))
                .isEqualTo("WITHDRAWN");
        assertProblem(clerk.send("POST", path, Map.of("reason", "学校调整")), 409, "already-decided");
        assertThat(decisionsIn(clerk.get(APPLICATIONS + "/" + number + "/history")))
                .containsExactly("STARTED ", "WITHDRAWN ");
        assertProblem(
                clerk.send("POST", APPLICATIONS + "/" + number + "/submission", Map.of(), KEY, key()),
                410,
                "task-cancelled");
    }

    @Test
    void unknownRoundAndSecondApplicationAreRefusedWithReasons() {
        var unknown = clerk.send("POST", APPLICATIONS, Map.of("round", "2099-9", "programme", PROGRAMME));
        assertProblem(unknown, 422, "cannot-apply");
        assertThat(unknown.text("/problems/0/message")).isNotEmpty();
        assertProblem(
                clerk.send("POST", APPLICATIONS, Map.of("round", "x'--", "programme", PROGRAMME)), 422, "cannot-apply");
        assertProblem(clerk.get("/api/v1/rounds/2099-9"), 404, "not-found");
        begun();
        assertProblem(
                clerk.send("POST", APPLICATIONS, Map.of("round", round.code().value(), "programme", PROGRAMME)),
                422,
                "cannot-apply");
    }

    @Test
    void staleDraftIsToldWhoSavedAndNothingIsOverwritten() {
        String path = APPLICATIONS + "/" + begun() + "/draft";
        int revision = clerk.get(path).at("/revision").asInt();
        assertThat(clerk.send("PUT", path, Map.of("revision", revision, "answers", Map.of()))
                        .status())
                .isEqualTo(200);

        var late = clerk.send("PUT", path, Map.of("revision", revision, "answers", Map.of()));

        assertProblem(late, 409, "draft-overtaken");
        assertThat(late.text("/savedAt")).isEqualTo("2026-03-02T09:00:00+08:00");
        assertThat(late.text("/savedBy")).isEqualTo(applicant.name());
        assertThat(late.at("/revision").asInt()).isEqualTo(revision + 1);
    }

    @Test
    void whatTheFormDoesNotNameIsNotKept() {
        String path = APPLICATIONS + "/" + begun() + "/draft";
        int revision = clerk.get(path).at("/revision").asInt();

        var saved = clerk.send(
                "PUT", path, Map.of("revision", revision, "answers", Map.of("status", "APPROVED-BY-INTRUDER")));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.text("/refused/0/path")).isEqualTo("status");
        assertThat(clerk.get(path).response().body()).doesNotContain("INTRUDER");
    }

    @Test
    void submissionNeedsAKeyAndIsNotDoneTwice() {
        String number = filledIn();
        String path = APPLICATIONS + "/" + number + "/submission";
        assertProblem(clerk.send("POST", path, Map.of()), 400, "idempotency-key-required");
        assertProblem(clerk.send("POST", path, Map.of(), KEY, "x".repeat(201)), 400, "idempotency-key-required");
        assertProblem(clerk.send("POST", path, Map.of("revision", 1), KEY, key()), 409, "draft-overtaken");

        String key = key();
        var first = clerk.send("POST", path, Map.of(), KEY, key);
        var again = clerk.send("POST", path, Map.of(), KEY, key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertProblem(clerk.send("POST", path, Map.of(), KEY, key()), 409, "task-already-done");
    }

    @Test
    void incompleteApplicationIsRefusedFieldByField() {
        String number = begun();

        var refused = clerk.send("POST", APPLICATIONS + "/" + number + "/submission", Map.of(), KEY, key());

        assertProblem(refused, 422, "invalid-answers");
        assertThat(refused.at("/problems")).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.at("/path").asText()).isNotEmpty();
            assertThat(problem.at("/label").asText()).isNotEmpty();
            assertThat(problem.at("/message").asText()).isNotEmpty();
        });
        assertThat(clerk.get(APPLICATIONS + "/" + number).text("/status")).isEqualTo("DRAFT");
    }

    @Test
    void completionNeedsAKeyIsNotDoneTwiceAndSaysWhoWasFirst() {
        String number = filledIn();
        submitted(number, 0);
        completed(leader, number, decision("signedOff"));
        String path = "/api/v1/tasks/" + taskOf(city, number) + "/completion";
        assertProblem(
                city.send("POST", path, Map.of("answers", decision("recommended"))), 400, "idempotency-key-required");

        String key = key();
        var first = city.send("POST", path, Map.of("answers", decision("recommended")), KEY, key);
        var again = city.send("POST", path, Map.of("answers", decision("recommended")), KEY, key);

        assertThat(first.text("/businessKey")).isEqualTo(number);
        assertThat(again.json()).isEqualTo(first.json());
        var other = city.inEnglish().send("POST", path, Map.of("answers", decision("refused")), KEY, key());
        assertProblem(other, 409, "task-already-done");
        assertThat(other.text("/completedAt")).isEqualTo("2026-03-02T09:00:00+08:00");
        assertThat(other.text("/completedBy")).isNotEmpty();
        assertThat(other.text("/title")).isEqualTo("Task already done");
        assertThat(clerk.get(APPLICATIONS + "/" + number).text("/status")).isEqualTo("FORMAL_CHECK");
    }

    @Test
    void answersThatDoNotFitTheTasksFormAreRefused() {
        String number = filledIn();
        submitted(number, 0);
        String path = "/api/v1/tasks/" + taskOf(leader, number) + "/completion";

        assertProblem(
                leader.send("POST", path, Map.of("answers", Map.of("decision", "approved")), KEY, key()),
                422,
                "invalid-answers");
        assertProblem(
                leader.send("POST", path, Map.of("answers", Map.of("decision", 7, "opinion", "同意")), KEY, key()),
                422,
                "invalid-answers");
        var unknown = new java.util.HashMap<String, Object>(decision("signedOff"));
        unknown.put("approvedBy", "无此字段");
        assertProblem(leader.send("POST", path, Map.of("answers", unknown), KEY, key()), 422, "invalid-answers");
        assertThat(leader.get("/api/v1/tasks/" + taskOf(leader, number)).text("/task/state"))
                .isEqualTo("OPEN");
    }

    @Test
    void anotherCitysTaskAndApplicationDoNotExist() {
        String number = filledIn();
        submitted(number, 0);
        completed(leader, number, decision("signedOff"));
        String task = taskOf(city, number);
        var elsewhere = calling(people.cityReviewer(People.ZHUZHOU));

        for (String path : List.of(
                "/api/v1/tasks/" + task,
                APPLICATIONS + "/" + number,
                APPLICATIONS + "/" + number + "/history",
                APPLICATIONS + "/" + number + "/form",
                APPLICATIONS + "/" + number + "/materials",
                APPLICATIONS + "/" + number + "/versions/1")) {
            var refused = elsewhere.get(path);
            assertProblem(refused, 404, "not-found");
            assertThat(refused.response().body()).doesNotContain(SCHOOL);
        }
        assertProblem(
                elsewhere.send(
                        "POST",
                        "/api/v1/tasks/" + task + "/completion",
                        Map.of("answers", decision("refused")),
                        KEY,
                        key()),
                404,
                "not-found");
        assertThat(elsewhere.get(APPLICATIONS).response().body()).doesNotContain(number);
        assertThat(elsewhere.get("/api/v1/inbox").response().body()).doesNotContain(number);
        assertProblem(city.get(APPLICATIONS + "/" + number + "/draft"), 403, "forbidden");
    }

    @Test
    void revokedTokenIsRefused() {
        String token = tokens.create(applicant, "旧系统");
        var old = new ApiCaller(port, token);
        assertThat(old.get("/api/v1/me").text("/actingFor/name")).isEqualTo(SCHOOL);
        tokens.of(applicant.account()).stream()
                .filter(each -> each.name().equals("旧系统"))
                .forEach(each -> tokens.revoke(applicant, each.id()));

        var refused = old.get("/api/v1/me");

        assertProblem(refused, 401, "unauthorized");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertProblem(new ApiCaller(port, "").get("/api/v1/me"), 401, "unauthorized");
    }

    @Test
    void badBodiesAreProblemsThatSayWhere() {
        var broken = clerk.send("POST", APPLICATIONS, "{\"round\": ");
        assertProblem(broken, 400, "malformed-request");
        assertThat(broken.text("/detail")).contains("第 1 行");
        var unknown = clerk.send(
                "POST", APPLICATIONS, Map.of("round", round.code().value(), "programme", PROGRAMME, "school", 1));
        assertProblem(unknown, 400, "malformed-request");
        assertThat(unknown.text("/detail")).contains("school");
        assertProblem(clerk.send("POST", APPLICATIONS, Map.of("round", List.of())), 400, "malformed-request");
        assertProblem(clerk.send("POST", APPLICATIONS, Map.of("round", "2026-1")), 400, "malformed-request");
        assertProblem(clerk.send("POST", APPLICATIONS, "null"), 400, "malformed-request");
        var type = clerk.send(
                "PUT", APPLICATIONS + "/" + begun() + "/draft", Map.of("revision", "eins", "answers", Map.of()));
        assertProblem(type, 400, "malformed-request");
        assertThat(type.text("/detail")).contains("revision");
    }

    @Test
    void badRequestsAreProblemsWithoutInternals() {
        assertProblem(clerk.get("/api/v1/nowhere"), 404, "not-found");
        var method = clerk.send("DELETE", "/api/v1/rounds", "");
        assertProblem(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("GET");
        assertProblem(
                clerk.call(
                        "POST",
                        APPLICATIONS,
                        java.net.http.HttpRequest.BodyPublishers.ofString("a=b"),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                415,
                "unsupported-media-type");
        assertProblem(
                clerk.call(
                        "GET",
                        "/api/v1/me",
                        java.net.http.HttpRequest.BodyPublishers.noBody(),
                        "Accept",
                        "application/xml"),
                406,
                "not-acceptable");
        assertProblem(clerk.get(APPLICATIONS + "/not-a-number"), 404, "not-found");
        assertProblem(clerk.get(APPLICATIONS + "/" + begun() + "/versions/one"), 400, "invalid-parameter");
        assertProblem(clerk.send("PUT", APPLICATIONS + "/CY2026-02-9999/draft", large()), 413, "too-large");
    }

    @Test
    void fileOfElevenMegabytesIsRefused() {
        String path = APPLICATIONS + "/" + begun() + "/materials/application-letter";

        assertProblem(clerk.upload(path, "申报书.pdf", FileSamples.pdfOfSize(11 * 1024 * 1024)), 413, "too-large");
        assertProblem(clerk.upload(path, "申报书.pdf", new byte[0]), 422, "material-refused");
    }

    @Test
    void nameOfThreeHundredCharactersOrWithAPathIsKeptAsASafeOne() {
        String path = APPLICATIONS + "/" + begun() + "/materials/application-letter";

        var withPath = clerk.upload(path, "../../etc/申报书.pdf", FileSamples.pdf("one"));
        assertThat(withPath.status()).as(withPath.response().body()).isEqualTo(201);
        assertThat(withPath.text("/name")).isEqualTo("申报书.pdf");
        clerk.send("DELETE", path.replace("application-letter", withPath.text("/id")), "");

        var withLongName = clerk.upload(path, "长".repeat(300) + ".pdf", FileSamples.pdf("two"));
        assertThat(withLongName.status()).as(withLongName.response().body()).isEqualTo(201);
        assertThat(withLongName.text("/name")).isEqualTo("长".repeat(116) + ".pdf");
    }

    @Test
    void refusedSubmissionTellsTheRevisionUnderWhichItIsKept() {
        String number = begun();
        String draft = APPLICATIONS + "/" + number + "/draft";
        var refused = clerk.send("POST", APPLICATIONS + "/" + number + "/submission", Map.of(), KEY, key());
        assertProblem(refused, 422, "invalid-answers");

        int revision = refused.at("/revision").asInt();

        assertThat(clerk.get(draft).at("/revision").asInt()).isEqualTo(revision);
        assertThat(clerk.send("PUT", draft, Map.of("revision", revision, "answers", Map.of()))
                        .status())
                .isEqualTo(200);
    }

    private static String large() {
        return "{\"revision\":1,\"answers\":{\"a\":\"" + "长".repeat(2 * 1024 * 1024) + "\"}}";
    }

    private static void assertProblem(Answer answer, int status, String kind) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("/problems/" + kind);
        assertThat(answer.at("/status").asInt()).isEqualTo(status);
        assertThat(answer.text("/title")).isNotEmpty();
        assertThat(answer.text("/detail")).isNotEmpty();
        assertThat(answer.text("/instance"))
                .isEqualTo(answer.response().request().uri().getPath());
        assertThat(answer.response().body()).doesNotContain("org.", "Exception", "java.");
    }

    private ApiCaller calling(Actor actor) {
        jdbc.sql("update account set must_change_password = false where login = :login")
                .param("login", actor.login())
                .update();
        return new ApiCaller(port, tokens.create(actor, "测试"));
    }

    private String begun() {
        var created =
                clerk.send("POST", APPLICATIONS, Map.of("round", round.code().value(), "programme", PROGRAMME));
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        String number = created.text("/number");
        assertThat(created.header("Location")).isEqualTo(APPLICATIONS + "/" + number);
        return number;
    }

    /** With every field and file, ready to be handed in. */
    private String filledIn() {
        String number = begun();
        String path = APPLICATIONS + "/" + number + "/draft";
        int revision = clerk.get(path).at("/revision").asInt();
        clerk.send("PUT", path, Map.of("revision", revision, "answers", walk.answers(PROGRAMME, applicant)));
        withMaterials(number);
        return number;
    }

    private void withMaterials(String number) {
        for (MaterialRequirement material : walk.programme(PROGRAMME).materials()) {
            if (material.required()) {
                var stored = clerk.upload(
                        APPLICATIONS + "/" + number + "/materials/" + material.code(),
                        material.names().zh() + ".pdf",
                        FileSamples.pdf(material.code()));
                assertThat(stored.status()).as(stored.response().body()).isEqualTo(201);
            }
        }
    }

    /** @param revision 0 for whichever is stored */
    private Answer submitted(String number, int revision) {
        var answer = clerk.send(
                "POST",
                APPLICATIONS + "/" + number + "/submission",
                revision == 0 ? Map.of() : Map.of("revision", revision),
                KEY,
                key());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private static Answer completed(ApiCaller person, String number, Map<String, Object> answers) {
        String task = taskOf(person, number);
        assertThat(person.get("/api/v1/tasks/" + task).at("/form/components")).isNotEmpty();
        var answer =
                person.send("POST", "/api/v1/tasks/" + task + "/completion", Map.of("answers", answers), KEY, key());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private static String taskOf(ApiCaller person, String number) {
        return person.get("/api/v1/inbox?q=" + number).text("/items/0/task");
    }

    private static List<String> decisionsIn(Answer history) {
        List<String> steps = new ArrayList<>();
        StreamSupport.stream(history.at("/steps").spliterator(), false)
                .map(ApiJourneyTest::decisionIn)
                .forEach(steps::add);
        return steps;
    }

    private static String decisionIn(JsonNode step) {
        return step.at("/step").asText() + " " + step.at("/decision").asText();
    }

    private static Map<String, Object> decision(String decision) {
        return Map.of("decision", decision, "opinion", "材料齐全，同意。");
    }

    private static Map<String, Object> returned() {
        return Map.of(
                "decision",
                "returned",
                "opinion",
                "请补充数据。",
                "corrections",
                List.of(Map.of("place", "建设基础", "requirement", "补充2025年数据")));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
