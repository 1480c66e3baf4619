package org.chuyi.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.NoticesScene;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.notification.webhook.RobotKind;
import org.chuyi.notification.webhook.WebhookResult;
import org.chuyi.notification.webhook.WebhookResult.Outcome;
import org.chuyi.notification.webhook.WebhookWanted;
import org.chuyi.notification.webhook.Webhooks;
import org.chuyi.notification.webhook.Webhooks.Answer;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.form.SealedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation's robot is told what its posts are told: signed, once, without anything personal. */
class WebhookDeliveryTest extends NoticesScene {

    private static final Map<String, Object> VALUES = Map.of(
            "number",
            "CY2026-09-0001",
            "title",
            Map.of("zh", "高水平专业群", "en", "Specialty groups"),
            "school",
            "长沙民政职业技术学院",
            "person",
            "王芳",
            "reason",
            "身份证 430104199001011234 有误",
            "due",
            "2026-03-09");

    private record Received(Map<String, List<String>> headers, String body, String query) {}

    @Autowired
    Webhooks webhooks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    SealedText seals;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer robot;
    private int status = 200;
    private String answer = "";
    private Post reviewers;
    private long webhook;
    private String secret;

    @BeforeEach
    void robotOfReviewers() throws IOException {
        jdbc.sql("update webhook set enabled = false").update();
        jdbc.sql("delete from webhook_line").update();
        robot = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        robot.createContext("/", exchange -> {
            received.add(new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestURI().toString()));
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            byte[] said = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        robot.start();
        reviewers = readers.post(Role.REVIEWER, readers.account(null, "zh-CN"), readers.account(null, "zh-CN"));
        var made = (Answer.Made) webhooks.create(nameOf(reviewers), RobotKind.PLAIN, wanted(address()));
        webhook = made.id();
        secret = made.secret().orElseThrow();
    }

    @AfterEach
    void stop() {
        robot.stop(0);
    }

    @Test
    void isToldOnceHoweverManyHoldThePostAndWithAValidSignature() throws Exception {
        tell("reviewAsked", "/tasks/1");
        assertThat(received).isEmpty();
        settle();
        relay.empty();

        assertThat(received).hasSize(1);
        assertThat(received.get(0).query()).isEqualTo("/hook?key=robot-key");
        JsonNode body = body(0);
        assertThat(body.get("kind").asText()).isEqualTo("TASK");
        assertThat(body.get("title").asText()).isEqualTo("新待办：高水平专业群 CY2026-09-0001");
        assertThat(body.get("count").asInt()).isEqualTo(1);
        assertThat(body.get("link").asText()).isEqualTo("https://chuyi.example.org/tasks/1");
        assertThat(body.get("organisation").asText()).isEqualTo(nameOf(reviewers));
        String timestamp = header(0, "X-chuyi-timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        assertThat(header(0, "X-chuyi-signature"))
                .isEqualTo("v1=" + hmac(timestamp + "." + received.get(0).body()));
        assertThat(webhooks.resultsOf(webhook))
                .extracting(WebhookResult::outcome)
                .containsExactly(Outcome.TAKEN);
    }

    @Test
    void saysNothingPersonalAndNothingOfTheContent() {
        tell("taskUrged", "/tasks/1");
        settle();

        assertThat(received).hasSize(1);
        assertThat(received.get(0).body())
                .contains("CY2026-09-0001")
                .doesNotContain("王芳", "430104199001011234", "身份证", "长沙民政职业技术学院");
        assertThat(jdbc.sql("select arguments::text from outbox where webhook_id = :id")
                        .param("id", webhook)
                        .query(String.class)
                        .single())
                .doesNotContain("王芳", "430104199001011234");
    }

    @Test
    void threeHundredTasksAreOneMessage() throws Exception {
        transaction.executeWithoutResult(open -> IntStream.range(0, 300)
                .forEach(i -> notifications.tell(reviewers, "reviewAsked", VALUES, "/tasks/" + i)));
        settle();

        assertThat(received).hasSize(1);
        assertThat(body(0).get("title").asText()).isEqualTo("新待办：300 条");
        assertThat(body(0).get("count").asInt()).isEqualTo(300);
        assertThat(body(0).get("items")).hasSize(20);
        assertThat(body(0).get("link").asText()).isEqualTo("https://chuyi.example.org/inbox");
    }

    @Test
    void isNotToldOfOtherKindsOtherOrganisationsOrSinglePeople() {
        Post others = readers.post(Role.REVIEWER, readers.account(null, "zh-CN"));
        var person = readers.account(null, "zh-CN");
        readers.hold(reviewers, person);
        transaction.executeWithoutResult(open -> {
            notifications.tell(others, "reviewAsked", VALUES, "/tasks/1");
            notifications.tell(List.of(person), "taskTransferred", VALUES, "/tasks/1");
            notifications.tell(reviewers, "recommendationAccepted", Map.of("round", "一"), "/recommendations/1");
        });
        settle();

        assertThat(received).isEmpty();
    }

    @Test
    void waitsForTheEndOfItsQuietHours() {
        clock.set(MovableClock.at("2026-03-02T22:30:00"));
        tell("reviewAsked", "/tasks/1");

        at("2026-03-02T22:31:00");
        at("2026-03-03T07:59:00");
        assertThat(received).isEmpty();
        at("2026-03-03T08:00:00");
        assertThat(received).hasSize(1);
    }

    @Test
    void whatFailsIsTriedAgainByTheEngineThenAnIncidentAndSentOnce() throws Exception {
        status = 500;
        tell("reviewAsked", "/tasks/1");
        settle();
        long parcel = parcel();
        assertThat(state(parcel)).isEqualTo("HANDED_OVER");
        attempt(parcel);
        assertThat(job(parcel).getRetries()).isEqualTo(4);
        while (job(parcel).getRetries() > 0) {
            attempt(parcel);
        }
        assertThat(incidents(parcel)).isEqualTo(1);
        assertThat(job(parcel).getExceptionMessage())
                .isEqualTo("Robot " + webhook + ": REFUSED 500")
                .doesNotContain("robot-key");
        assertThat(webhooks.resultsOf(webhook)).hasSize(6).allSatisfy(result -> assertThat(result.status())
                .contains(500));

        status = 200;
        received.clear();
        jobs.setJobRetries(job(parcel).getId(), 1);
        jobs.executeJob(job(parcel).getId());
        assertThat(state(parcel)).isEqualTo("SENT");
        assertThat(incidents(parcel)).isZero();
        relay.empty();
        assertThat(received).hasSize(1);
        assertThat(header(0, "X-chuyi-delivery")).isEqualTo(Long.toString(parcel));
    }

    @Test
    void aChatsRobotThatSaysNoWith200IsTriedAgainUntilItHasTakenTheMessage() throws Exception {
        webhooks.switchTo(webhook, false);
        var made = (Answer.Made) webhooks.create(nameOf(reviewers), RobotKind.WECOM, wanted(address()));
        assertThat(made.secret()).isEmpty();
        webhook = made.id();
        answer = "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}";
        tell("reviewAsked", "/tasks/1");
        settle();
        long parcel = parcel();
        assertThat(state(parcel)).isEqualTo("HANDED_OVER");
        attempt(parcel);
        assertThat(job(parcel).getExceptionMessage()).isEqualTo("Robot " + webhook + ": DECLINED 45009");

        answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
        jobs.executeJob(job(parcel).getId());

        assertThat(state(parcel)).isEqualTo("SENT");
        assertThat(webhooks.resultsOf(webhook))
                .extracting(WebhookResult::outcome)
                .containsExactly(Outcome.TAKEN, Outcome.DECLINED, Outcome.DECLINED);
        assertThat(received.get(0).body())
                .isEqualTo(received.get(2).body())
                .contains("新待办：高水平专业群 CY2026-09-0001\\nhttps://chuyi.example.org/tasks/1");
    }

    @Test
    void aChatThatSignsNeedsItsSecretAndKeepsItWhereNoOtherIsGiven() {
        assertThat(webhooks.create(nameOf(reviewers), RobotKind.DINGTALK, wanted(address())))
                .isEqualTo(new Answer.Refused("notification.webhook.problem.secret"));
        var made = (Answer.Made) webhooks.create(nameOf(reviewers), RobotKind.DINGTALK, wanted(address(), "SEC-1"));
        assertThat(made.secret()).isEmpty();
        answer = "{\"errcode\":0}";

        webhooks.change(made.id(), wanted("", ""));
        webhooks.test(made.id());
        webhooks.change(made.id(), wanted("", "SEC-2"));
        webhooks.test(made.id());

        assertThat(received).hasSize(2);
        assertThat(received.get(0).query()).contains("&sign=" + dingtalk("SEC-1"));
        assertThat(received.get(1).query()).contains("&sign=" + dingtalk("SEC-2"));
        assertThat(webhooks.renewSecret(made.id())).isEqualTo(new Answer.Done());
    }

    @Test
    void followsNoRedirect() {
        status = 302;
        tell("reviewAsked", "/tasks/1");
        settle();

        assertThat(received).hasSize(1);
        assertThat(webhooks.resultsOf(webhook).get(0).status()).contains(302);
        assertThat(webhooks.resultsOf(webhook).get(0).taken()).isFalse();
    }

    @Test
    void oneThatIsSwitchedOffIsToldNothingMore() {
        tell("reviewAsked", "/tasks/1");
        webhooks.switchTo(webhook, false);
        tell("reviewAsked", "/tasks/2");
        settle();
        webhooks.switchTo(webhook, true);
        settle();

        assertThat(received).isEmpty();
    }

    @Test
    void anAddressThatLeadsInsideIsNotCalledThoughItWasStored() {
        jdbc.sql("update webhook set address = :address where id = :id")
                .param(
                        "address",
                        sealed("http://127.0.0.1:" + robot.getAddress().getPort() + "/"))
                .param("id", webhook)
                .update();

        assertThat(webhooks.test(webhook).orElseThrow().outcome()).isEqualTo(Outcome.ADDRESS_NOT_ALLOWED);
        assertThat(received).isEmpty();
    }

    @Test
    void addressesInsideTheNetworkAreRefused() {
        assertThat(webhooks.create(nameOf(reviewers), RobotKind.PLAIN, wanted("http://127.0.0.1:8080/")))
                .isEqualTo(new Answer.Refused("notification.webhook.problem.private"));
        assertThat(webhooks.create(
                        nameOf(reviewers), RobotKind.PLAIN, wanted("https://169.254.169.254/latest/meta-data")))
                .isEqualTo(new Answer.Refused("notification.webhook.problem.private"));
        assertThat(webhooks.create(nameOf(reviewers), RobotKind.PLAIN, wanted("http://robot.example.org/")))
                .isEqualTo(new Answer.Refused("notification.webhook.problem.address"));
        assertThat(webhooks.create("没有这个单位", RobotKind.PLAIN, wanted(address())))
                .isEqualTo(new Answer.Refused("notification.webhook.problem.organisation"));
    }

    @Test
    void testButtonSendsAtOnceAndARenewedSecretSignsFromThenOn() throws Exception {
        clock.set(MovableClock.at("2026-03-02T23:00:00"));
        String before = secret;
        secret = ((Answer.Made) webhooks.renewSecret(webhook)).secret().orElseThrow();

        assertThat(webhooks.test(webhook).orElseThrow().taken()).isTrue();

        assertThat(secret).isNotEqualTo(before);
        assertThat(body(0).get("kind").asText()).isEqualTo("TEST");
        assertThat(header(0, "X-chuyi-signature"))
                .isEqualTo("v1="
                        + hmac(header(0, "X-chuyi-timestamp") + "."
                                + received.get(0).body()));
        assertThat(webhooks.resultsOf(webhook).get(0).test()).isTrue();
    }

    @Test
    void addressAndSecretStandNowhereInTheClear() {
        webhooks.test(webhook);

        for (String table : List.of("webhook", "webhook_result", "audit_line", "outbox")) {
            String rows = jdbc.sql("select coalesce(string_agg(t::text, ''), '') from " + table + " t")
                    .query(String.class)
                    .single();
            assertThat(rows).as(table).doesNotContain(secret, "robot-key");
        }
        assertThat(jdbc.sql(
                                "select action from audit_line where subject_kind = 'webhook' and subject = :id order by number")
                        .param("id", Long.toString(webhook))
                        .query(String.class)
                        .list())
                .containsExactly("webhook.created", "webhook.tested");
    }

    private WebhookWanted wanted(String address) {
        return wanted(address, "");
    }

    private String dingtalk(String key) {
        long timestamp = clock.instant().toEpochMilli();
        return URLEncoder.encode(
                Base64.getEncoder().encodeToString(mac(key, timestamp + "\n" + key)), StandardCharsets.UTF_8);
    }

    private WebhookWanted wanted(String address, String key) {
        return new WebhookWanted(
                "审核群", address, key, "zh-CN", EnumSet.of(NoticeKind.TASK, NoticeKind.OVERDUE), QuietHours.USUAL);
    }

    private String address() {
        return "http://localhost:" + robot.getAddress().getPort() + "/hook?key=robot-key";
    }

    private void tell(String template, String link) {
        transaction.executeWithoutResult(open -> notifications.tell(reviewers, template, VALUES, link));
    }

    private String nameOf(Post post) {
        return jdbc.sql("select name from organisation where id = :id")
                .param("id", post.organisation().value())
                .query(String.class)
                .single();
    }

    private String sealed(String address) {
        return seals.seal(address, "webhook.address");
    }

    private String hmac(String text) {
        return HexFormat.of().formatHex(mac(secret, text));
    }

    private static byte[] mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode body(int at) throws IOException {
        return new JsonMapper().readTree(received.get(at).body());
    }

    private String header(int at, String name) {
        return received.get(at).headers().get(name).get(0);
    }

    private long parcel() {
        return jdbc.sql("select id from outbox where webhook_id = :id")
                .param("id", webhook)
                .query(Long.class)
                .single();
    }

    private String state(long parcel) {
        return jdbc.sql("select state from outbox where id = :id")
                .param("id", parcel)
                .query(String.class)
                .single();
    }

    private Job job(long parcel) {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(WebhookDeliveryProcess.ID)
                .processInstanceBusinessKey(Long.toString(parcel))
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).singleResult();
    }

    private void attempt(long parcel) {
        try {
            jobs.executeJob(job(parcel).getId());
        } catch (RuntimeException refused) {
            // Counted by the engine.
        }
    }

    private long incidents(long parcel) {
        return runtime.createIncidentQuery().activityId(WebhookDeliveryProcess.DELIVER_WEBHOOK).list().stream()
                .filter(incident -> runtime.createProcessInstanceQuery()
                        .processInstanceId(incident.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()
                        .equals(Long.toString(parcel)))
                .count();
    }
}
