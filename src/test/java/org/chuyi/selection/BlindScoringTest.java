package org.chuyi.selection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.selection.ScoringSamples.Panel;
import org.chuyi.shared.Sha256;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An application that says its school's name wherever it can, and an expert who calls everything that she may call: no
 * answer has it, in no byte.
 */
@IntegrationTest
class BlindScoringTest {

    private static final String PROGRAMME = "culture-base";
    private static final String SCHOOL = "长沙湘怡匠作职业技术学院";
    private static final String PERSON = "欧阳若兰";
    private static final String SHORT = "湘怡匠院";
    private static final String TELEPHONE = "13973190657";
    private static final String VENUE = "若水楼文化馆";
    private static final String ASCII = "XiangyiJiangzuo";

    /** Of the second application, whose blind file names it on the page itself. */
    private static final String OTHER_SCHOOL = "湖南青禾砺行职业技术学院";

    private static final List<String> SECRETS =
            List.of("湘怡匠作", "湘怡匠院", PERSON, TELEPHONE, VENUE, "若水楼", ASCII, "青禾砺行", "qinghe-lixing", "岳麓区");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    String csrf;

    @Autowired
    ApplicationContext beans;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    WebInvocationPrivilegeEvaluator chains;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ScoreDiscussion discussion;

    ScoringSamples samples;
    ApplicationNumber number;
    ApplicationNumber other;
    Panel panel;
    Actor expert;
    ScoreSheet sheet;
    ScoreSheet otherSheet;
    Visitor visitor;

    @BeforeEach
    void applicationsThatSayTheirNamesWhereverTheyCan() throws Exception {
        samples = new ScoringSamples(beans);
        samples.college(SCHOOL);
        samples.college(OTHER_SCHOOL);
        var round = samples.round(PROGRAMME, 1);
        number = filed(round, SCHOOL, PdfSamples.telling("A plan without names", ASCII), leaking());
        other = filed(
                round,
                OTHER_SCHOOL,
                PdfSamples.telling("Write to office@qinghe-lixing.edu.cn", ASCII),
                Map.of("contactEmail", "office@qinghe-lixing.edu.cn"));
        panel = samples.scoring(round, PROGRAMME, 2);
        expert = panel.experts().get(0);
        sheet = samples.sheet(panel, 0, number);
        otherSheet = samples.sheet(panel, 0, other);
        samples.jdbc
                .sql("update account set must_change_password = false where id = :id")
                .param("id", expert.account().value())
                .update();
        visitor = new Visitor(port);
        visitor.signIn(expert.login(), People.PASSWORD);
    }

    private Map<String, Object> leaking() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("abbreviations", SHORT + "、湘怡");
        answers.put("contactName", PERSON);
        answers.put("contactMobile", TELEPHONE);
        answers.put("venueName", VENUE);
        answers.put(
                "chuyiSpirit",
                SCHOOL + "（简称" + SHORT + "）传承“楚怡”精神。长 沙 湘怡匠作 职业技术\n学院位于长沙市岳麓区，负责人" + PERSON + "，电话" + TELEPHONE + "，"
                        + VENUE + "对外开放。湘怡匠作职院已接待三万人次，形成可推广的做法，详见" + VENUE + "年报。");
        return answers;
    }

    private ApplicationNumber filed(
            org.chuyi.programme.Round round, String school, byte[] plan, Map<String, Object> answers) {
        var applicant = samples.people.applicantOf(school);
        var filed = samples.walk.started(applicant, round, PROGRAMME);
        samples.walk.withMaterials(filed, PROGRAMME, applicant);
        attach(filed, applicant, "blind-plan", school + "盲评方案.pdf", "application/pdf", plan);
        attach(
                filed,
                applicant,
                "achievement-evidence",
                school + "证书.pdf",
                "application/pdf",
                ("%PDF" + SCHOOL).getBytes(UTF_8));
        return samples.handedIn(filed, PROGRAMME, applicant, samples.people.leaderOf(school), answers);
    }

    private void attach(
            ApplicationNumber to, Actor applicant, String material, String name, String type, byte[] content) {
        String hash = Sha256.of(content).hex();
        samples.jdbc
                .sql("insert into stored_file values (:hash, :size, :type, :content, now()) on conflict do nothing")
                .param("hash", hash)
                .param("size", content.length)
                .param("type", type)
                .param("content", content)
                .update();
        samples.jdbc
                .sql("""
                        insert into attachment (number, material_code, file_name, media_type, size, sha256, uploaded_by,
                          uploaded_at) values (:number, :material, :name, :type, :size, :hash, :by, now())""")
                .param("number", to.value())
                .param("material", material)
                .param("name", name)
                .param("type", type)
                .param("size", content.length)
                .param("hash", hash)
                .param("by", applicant.account().value())
                .update();
    }

    @Test
    void whatSheReadsHasThePlanAndNoName() {
        String page = visitor.get("/scoring/" + sheet.id()).body();

        assertThat(page).contains(sheet.blindCode()).contains("传承“楚怡”精神").contains("■■已接待三万人次");
        assertThat(page).doesNotContain("法定代表人", "学校标识码", "所在地区", number.value());
        assertNothingToldIn("the sheet", page);
    }

    @Test
    void theFileMadeForItIsAPdfWithoutPropertiesAndAllOthersAreNotThere() throws Exception {
        var answer = bytes("/scoring/" + sheet.id() + "/materials/0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(sheet.blindCode() + "-1.pdf");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertNothingToldIn("the file", BlindPdfTest.everythingIn(answer.body()));
        assertThat(bytes("/scoring/" + sheet.id() + "/materials/1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileWhosePagesNameTheSchoolIsWithheld() throws Exception {
        var answer = bytes("/scoring/" + otherSheet.id() + "/materials/0");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertNothingToldIn("the refusal", new String(answer.body(), UTF_8));
    }

    @Test
    void nothingThatAnExpertCanCallTellsWhoApplies() throws Exception {
        // Messages, a rescoring with a reason that names the school, and comments that do: all there to be told.
        for (int at = 0; at < 2; at++) {
            for (ApplicationNumber each : List.of(number, other)) {
                var own = samples.sheet(panel, at, each);
                var answers = samples.answers(panel.contest(), 80);
                if (at == 1) {
                    answers.put("comment", "看得出这是" + SCHOOL + "或" + OTHER_SCHOOL + "的" + PERSON + "的材料。");
                }
                samples.scoring.submit(own.id(), panel.experts().get(at), own.revision(), answers);
            }
            samples.finish(panel, at);
        }
        discussion.open(panel.contest(), expert);
        String discussed = visitor.get("/scoring/" + sheet.id()).body();
        assertThat(discussed).contains("专家2", "看得出这是■■或").doesNotContain("专家1</strong>");
        assertNothingToldIn("the discussed sheet", discussed);
        assertNothingToldIn(
                "the discussion",
                visitor.get("/scoring/" + panel.key() + "/discussion").body());
        samples.complete(
                panel, ContestProcess.LEAD_DISCUSSION, expert, Map.of("decision", "finished", "summary", "合议充分"));
        samples.runJobs();
        samples.complete(
                panel,
                ContestProcess.CONFIRM_RANKING,
                panel.officer(),
                Map.of(
                        "decision",
                        "rescore",
                        "opinion",
                        SCHOOL + "的得分请" + PERSON + "复核",
                        "sheets",
                        List.of(Map.of("entry", number.value()))));
        assertThat(visitor.get("/scoring/" + sheet.id()).body()).contains("■■的得分请■■复核");

        var routes = routesOf(Role.EXPERT);
        assertThat(routes)
                .hasSizeGreaterThan(30)
                .contains("GET /scoring/{sheet}", "GET /api/v1/inbox", "GET /messages");
        String token = tokens.create(expert, "测试");
        var answered = new TreeSet<String>();
        for (String route : routes) {
            for (String path : paths(route.substring(route.indexOf(' ') + 1))) {
                String method = route.substring(0, route.indexOf(' '));
                var answer = call(method, path, token);
                assertNothingToldIn(method + " " + path, told(answer, path));
                if (answer.statusCode() == 200) {
                    answered.add(route);
                }
            }
        }
        assertThat(answered)
                .as("what was read was there to be read")
                .contains(
                        "GET /scoring",
                        "GET /scoring/{sheet}",
                        "GET /scoring/{sheet}/form",
                        "GET /scoring/{sheet}/draft",
                        "GET /scoring/{sheet}/materials/{index}",
                        "GET /scoring/{contest}/discussion",
                        "GET /inbox",
                        "GET /tasks/{id}",
                        "GET /messages",
                        "GET /api/v1/inbox",
                        "GET /api/v1/tasks/{id}",
                        "GET /api/v1/me");
    }

    /** Headers and body; a number that she typed herself is nothing that she is told. */
    private static String told(HttpResponse<byte[]> answer, String path) {
        String told = answer.headers().map() + new String(answer.body(), UTF_8) + new String(answer.body(), ISO_8859_1);
        return told + URLDecoder.decode(told.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), UTF_8);
    }

    private void assertNothingToldIn(String where, String told) {
        for (String secret : SECRETS) {
            assertThat(told.contains(secret)).as("%s tells %s", where, secret).isFalse();
            assertThat(told.contains(new String(secret.getBytes(UTF_8), ISO_8859_1)))
                    .as("%s tells %s in bytes", where, secret)
                    .isFalse();
        }
        for (ApplicationNumber each : List.of(number, other)) {
            // What she typed herself, and the example that a public page gives to any stranger, is nothing she is told.
            if (!where.contains("CY2026") && told.contains(each.value())) {
                String path = where.substring(where.indexOf(' ') + 1);
                assertThat(path).as("%s tells %s", where, each).startsWith("/");
                assertThat(new Visitor(port).get(path).body())
                        .as("%s tells %s", where, each)
                        .contains(each.value());
            }
        }
    }

    private TreeSet<String> routesOf(Role role) {
        var person = CurrentActor.authentication(new SignedIn(expert, false, false));
        assertThat(expert.roles()).containsExactly(role);
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("org.chuyi.")) {
                info.getPatternValues().forEach(pattern -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> {
                            String plain = pattern.replaceAll("\\{[^/]+}", "1");
                            if (chains.isAllowed("", plain, verb.name(), person)) {
                                routes.add(verb + " " + pattern);
                            }
                        }));
            }
        });
        return routes;
    }

    /** The route with everything put in that she could know, or guess. */
    private List<String> paths(String pattern) {
        List<String> sheets = List.of(
                String.valueOf(sheet.id()),
                String.valueOf(otherSheet.id()),
                String.valueOf(samples.sheet(panel, 1, number).id()));
        String key = panel.key();
        List<String> ids = new ArrayList<>(samples.jdbc
                .sql("select task_id from inbox_task where business_key in (:keys)")
                .param("keys", List.of(key, number.value(), other.value()))
                .query(String.class)
                .list());
        samples.jdbc
                .sql("select id from attachment where number in (:numbers)")
                .param("numbers", List.of(number.value(), other.value()))
                .query(String.class)
                .list()
                .forEach(ids::add);
        samples.jdbc
                .sql("select id::text from message where account_id = :account")
                .param("account", expert.account().value())
                .query(String.class)
                .list()
                .forEach(ids::add);
        Map<String, List<String>> values = Map.ofEntries(
                Map.entry("sheet", sheets),
                Map.entry("contest", List.of(key)),
                Map.entry("key", List.of(key)),
                Map.entry("businessKey", List.of(key, number.value())),
                Map.entry("number", List.of(number.value(), other.value())),
                Map.entry("id", ids),
                Map.entry("index", List.of("0", "1", "2", "-1")),
                Map.entry("round", List.of(panel.contest().round().value())),
                Map.entry("code", List.of(panel.contest().round().value())),
                Map.entry("programme", List.of(PROGRAMME)),
                Map.entry("version", List.of("1")));
        List<String> paths = List.of(pattern);
        while (paths.get(0).contains("{")) {
            List<String> filled = new ArrayList<>();
            for (String path : paths) {
                String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
                for (String value : values.getOrDefault(name, List.of("1"))) {
                    filled.add(path.replace("{" + name + "}", value));
                }
            }
            paths = filled;
        }
        return paths;
    }

    /** Pages with the session, calls with a token; what is posted is nothing that could succeed twice. */
    private HttpResponse<byte[]> call(String method, String path, String bearer) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + bearer);
        } else {
            request.header("Cookie", "CHUYI_SESSION=" + visitor.session());
        }
        if (method.equals("GET")) {
            return send(request.header("Accept", "*/*").GET());
        }
        if (csrf == null) {
            var token = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"")
                    .matcher(visitor.get("/scoring").body());
            assertThat(token.find()).isTrue();
            csrf = token.group(1);
        }
        request.header("X-CSRF-TOKEN", csrf);
        if (path.contains("/acting") || path.contains("/account") || path.contains("/sign")) {
            return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
        }
        return send(request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{\"revision\":0,\"answers\":{\"venue\":\"x\"}}")));
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", "CHUYI_SESSION=" + visitor.session())
                .GET());
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
