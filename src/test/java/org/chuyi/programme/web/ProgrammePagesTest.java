package org.chuyi.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.SignedIn;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundContent;
import org.chuyi.programme.RoundDefaults;
import org.chuyi.programme.RoundSamples;
import org.chuyi.programme.RoundState;
import org.chuyi.programme.RoundWindow;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.SelectionDeadlines;
import org.chuyi.programme.SelectionStep;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@IntegrationTest
class ProgrammePagesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 10);
    private static final Actor OFFICER = RoundSamples.officer();

    @Autowired
    MockMvc http;

    @Autowired
    Rounds rounds;

    @Autowired
    SelectionDeadlines deadlines;

    @Autowired
    RoundDefaults defaults;

    @Autowired
    PolicyPacks packs;

    @Autowired
    MovableClock clock;

    @BeforeEach
    @AfterEach
    void monday() {
        clock.set(MovableClock.START);
    }

    @Test
    void showsCallsToEverybodyInBothLanguages() throws Exception {
        RoundCode code = published("春季通知" + unique(), "Spring call");

        assertThat(page(get("/calls")))
                .contains("申报通知", "即将开始", "春季通知", "2026年3月10日 0:00 至 2026年4月10日 24:00", "/calls/" + code);
        assertThat(page(get("/calls?lang=en"))).contains("Calls for applications", "Coming", "Spring call");
    }

    @Test
    void countsDownToTheEndByTheServersClock() throws Exception {
        RoundCode code = published("倒计时", "Countdown");
        clock.set(MovableClock.at("2026-04-05T12:00"));

        assertThat(page(get("/calls/" + code))).contains("data-countdown=\"2026-04-10T16:00:00Z\"", "申报中", ">5 天<");
    }

    @Test
    void hidesADraftFromThePublic() throws Exception {
        Round draft = rounds.create(OFFICER, content("机密草稿" + unique(), "Secret draft"));

        assertThat(response(get("/calls/" + draft.code())).getStatus()).isEqualTo(404);
        assertThat(page(get("/calls"))).doesNotContain("机密草稿");
        assertThat(page(get("/search").param("q", "机密草稿"))).doesNotContain("/calls/" + draft.code());
    }

    @Test
    void guidesThroughEveryProgrammeInBothLanguages() throws Exception {
        RoundCode code = published("指南", "Guides");
        for (var programme : packs.all()) {
            var chinese = page(get("/calls/" + code + "/" + programme.code()));
            assertThat(chinese)
                    .contains("申请条件", "申报材料", "办理流程", "办理时限", "政策依据", "常见问题")
                    .contains(programme.names().zh());
            var english = page(get("/calls/" + code + "/" + programme.code() + "?lang=en"));
            assertThat(english)
                    .contains(
                            "Conditions",
                            "Materials",
                            "Procedure",
                            "Time limits",
                            "Legal basis",
                            "Questions and answers");
            assertThat(chinese + english).doesNotContain("??");
        }
    }

    @Test
    void startsAnApplicationOnlyWhileTheWindowIsOpen() throws Exception {
        RoundCode code = published("窗口", "Window");
        String address = "/calls/" + code + "/think-tank";
        String start = "/applications/new?round=" + code + "&amp;programme=think-tank";

        clock.set(MovableClock.at("2026-03-09T23:59:59"));
        assertThat(page(get(address))).contains("申报尚未开始").doesNotContain("/applications/new");
        clock.set(MovableClock.at("2026-04-10T23:59:59"));
        assertThat(page(get(address))).contains("开始申报", start);
        clock.set(MovableClock.at("2026-04-11T00:00:00"));
        assertThat(page(get(address))).contains("本批次申报已截止").doesNotContain("/applications/new");
    }

    @Test
    void knowsNothingOfRoundsAndProgrammesThatAreNotThere() throws Exception {
        RoundCode code = published("有无", "Being");

        for (String address :
                List.of("/calls/2099-1", "/calls/<script>", "/calls/" + code + "/no-such", "/calls/" + code + "/%2e")) {
            assertThat(response(get(address)).getStatus()).as(address).isIn(400, 404);
        }
    }

    @Test
    void findsChineseWordsInGuidesAndCalls() throws Exception {
        RoundCode code = published("查找通知" + unique(), "Search");

        assertThat(page(get("/search").param("q", "查找通知"))).contains("<mark>查找通知</mark>", "/calls/" + code);
        assertThat(page(get("/search").param("q", "智库"))).contains("<mark>智库</mark>", "/think-tank\"");
        assertThat(page(get("/search").param("q", "不存在的词语"))).contains("没有找到相关内容");
        assertThat(page(get("/search"))).doesNotContain("没有找到相关内容");
        assertThat(page(get("/search").param("q", "<script>alert(1)</script>"))).doesNotContain("<script>alert");
    }

    @Test
    void makesEditsAndPublishesARound() throws Exception {
        var created =
                response(withDraft(post("/rounds"), "页面建立").with(as(OFFICER)).with(csrf()));
        assertThat(created.getStatus()).isEqualTo(302);
        String address = created.getRedirectedUrl();
        RoundCode code = new RoundCode(address.substring("/rounds/".length()));
        assertThat(rounds.byCode(code).orElseThrow().programmes())
                .singleElement()
                .satisfies(programme -> {
                    assertThat(programme.programme()).isEqualTo(new ProgrammeCode("think-tank"));
                    assertThat(programme.number()).isEqualTo(7);
                    assertThat(programme.cityQuotas()).isEqualTo(Map.of("430100", 2));
                    assertThat(programme.workdays().formalCheck()).isEqualTo(9);
                });

        assertThat(page(get(address).with(as(OFFICER)))).contains("页面建立", "核对并发布", "长沙市");
        var edited = response(withDraft(post(address), "页面修改")
                .param("version", "0")
                .with(as(OFFICER))
                .with(csrf()));
        assertThat(edited.getStatus()).isEqualTo(302);
        assertThat(page(get(address + "/publication").with(as(OFFICER))))
                .contains("页面修改", "2026年3月10日 0:00 自动开放申报", "2026年4月10日 24:00 自动截止");

        response(post(address + "/publication").with(as(OFFICER)).with(csrf()));
        assertThat(rounds.byCode(code).orElseThrow().state()).isEqualTo(RoundState.PUBLISHED);

        assertThat(page(get(address).with(as(OFFICER)))).contains("延后截止日期", "查看公开页面");
        response(post(address + "/extension")
                .param("closesOn", "2026-04-20")
                .param("reason", "应各市州请求")
                .with(as(OFFICER))
                .with(csrf()));
        assertThat(page(get("/calls/" + code))).contains("截止日期由 2026年4月10日 延至 2026年4月20日：应各市州请求");
    }

    @Test
    void saysAtTheFieldWhatIsWrong() throws Exception {
        var untitled = response(withDraft(post("/rounds"), "").with(as(OFFICER)).with(csrf()));
        assertThat(untitled.getStatus()).isEqualTo(422);
        assertThat(untitled.getContentAsString()).contains("id=\"titleZh-problem\"", "请填写此项");

        var numberless = response(withDraft(post("/rounds"), "数字有误")
                .param("programmes[2].code", "spirit-inheritor")
                .param("programmes[2].number", "abc")
                .with(as(OFFICER))
                .with(csrf()));
        assertThat(numberless.getStatus()).isEqualTo(422);
        assertThat(numberless.getContentAsString())
                .contains("id=\"programmes[2].number-problem\"", "请填写有效的日期或整数", "数字有误");
    }

    @Test
    void theLimitsOfTheSelectionAreTheRoundsAndPublicityTakesFiveWorkdays() throws Exception {
        var tooShort = response(withDraft(post("/rounds"), "公示过短")
                .param("selectionDays[PUBLICITY]", "4")
                .with(as(OFFICER))
                .with(csrf()));
        assertThat(tooShort.getStatus()).isEqualTo(422);
        assertThat(tooShort.getContentAsString()).contains("id=\"selectionDays[PUBLICITY]-problem\"", "公示期不少于5个工作日");
        var endless = response(withDraft(post("/rounds"), "会签过长")
                .param("selectionDays[COUNTERSIGN]", "61")
                .with(as(OFFICER))
                .with(csrf()));
        assertThat(endless.getStatus()).isEqualTo(422);
        assertThat(endless.getContentAsString()).contains("id=\"selectionDays[COUNTERSIGN]-problem\"");

        var created = response(withDraft(post("/rounds"), "遴选时限")
                .param("selectionDays[PUBLICITY]", "7")
                .param("selectionDays[SCORING]", "12")
                .with(as(OFFICER))
                .with(csrf()));
        var code = new RoundCode(created.getRedirectedUrl().substring("/rounds/".length()));
        var days = rounds.byCode(code).orElseThrow().selectionWorkdays();
        assertThat(days.of(SelectionStep.PUBLICITY)).isEqualTo(7);
        assertThat(days.of(SelectionStep.SCORING)).isEqualTo(12);
        assertThat(days.of(SelectionStep.COUNTERSIGN)).isEqualTo(5);
        assertThat(deadlines.due(code, SelectionStep.PUBLICITY, MovableClock.at("2026-03-02T09:00")))
                .isEqualTo(MovableClock.at("2026-03-12T00:00"));
        assertThat(page(get("/rounds/" + code).with(as(OFFICER))))
                .containsPattern("name=\"selectionDays\\[SCORING\\]\"\\s+value=\"12\"");

        response(post("/rounds/" + code + "/publication").with(as(OFFICER)).with(csrf()));
        assertThat(page(get("/rounds/" + code).with(as(OFFICER)))).contains("评审打分", "12 个工作日");
        assertThat(page(get("/api/v1/rounds/" + code))).contains("\"SCORING\":12", "\"PUBLICITY\":7");
    }

    @Test
    void showsBeforePublicationWhatIsMissing() throws Exception {
        Round draft = rounds.create(OFFICER, content("未译", ""));
        String address = "/rounds/" + draft.code() + "/publication";

        assertThat(page(get(address).with(as(OFFICER)))).contains("还不能发布，有 2 处需要修改");
        assertThat(response(post(address).with(as(OFFICER)).with(csrf())).getStatus())
                .isEqualTo(422);
        assertThat(rounds.byCode(draft.code()).orElseThrow().state()).isEqualTo(RoundState.DRAFT);
    }

    @Test
    void tellsTheSecondEditorThatSheWasOvertaken() throws Exception {
        Round draft = rounds.create(OFFICER, content("两人编辑", "Two editors"));
        rounds.edit(OFFICER, draft.code(), 0, content("先存的", "First"));

        var refused = response(withDraft(post("/rounds/" + draft.code()), "后存的")
                .param("version", "0")
                .with(as(OFFICER))
                .with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("他人已修改此批次", "后存的");
        assertThat(rounds.byCode(draft.code()).orElseThrow().title().zh()).isEqualTo("先存的");
    }

    @Test
    void keepsOfficersOfOtherDepartmentsOut() throws Exception {
        Round draft = rounds.create(OFFICER, content("内部草稿", "Internal"));
        var finance = as(RoundSamples.officerOf("湖南省财政厅"));

        for (String address : List.of(
                "/rounds", "/rounds/new", "/rounds/" + draft.code(), "/rounds/" + draft.code() + "/publication")) {
            var refused = response(get(address).with(finance));
            assertThat(refused.getStatus()).as(address).isEqualTo(403);
            assertThat(refused.getContentAsString()).doesNotContain("内部草稿");
        }
        for (String address : List.of(
                "/rounds",
                "/rounds/" + draft.code(),
                "/rounds/" + draft.code() + "/publication",
                "/rounds/" + draft.code() + "/extension")) {
            assertThat(response(withDraft(post(address), "篡改").with(finance).with(csrf()))
                            .getStatus())
                    .as(address)
                    .isEqualTo(403);
        }
        assertThat(rounds.byCode(draft.code()).orElseThrow().title().zh()).isEqualTo("内部草稿");
    }

    private static MockHttpServletRequestBuilder withDraft(MockHttpServletRequestBuilder request, String title) {
        request.param("titleZh", title)
                .param("titleEn", "Made by page")
                .param("callTextZh", "正文")
                .param("callTextEn", "Text")
                .param("opensOn", "2026-03-10")
                .param("closesOn", "2026-04-10")
                .param("reason", "x");
        row(request, 0, "think-tank")
                .param("programmes[0].included", "true")
                .param("programmes[0].quotas[430100]", "2");
        return row(request, 1, "culture-base").param("programmes[1].quotas[430100]", "");
    }

    private static MockHttpServletRequestBuilder row(MockHttpServletRequestBuilder request, int row, String programme) {
        String base = "programmes[" + row + "].";
        request.param(base + "code", programme).param(base + "perSchool", "1");
        request.param(base + "number", "7");
        Arrays.asList("schoolSignOff", "cityReview", "formalCheck", "correction")
                .forEach(step -> request.param(base + step, "9"));
        return request;
    }

    private RoundCode published(String zh, String en) {
        RoundCode code = rounds.create(OFFICER, content(zh, en)).code();
        rounds.publish(OFFICER, code);
        return code;
    }

    private RoundContent content(String zh, String en) {
        return new RoundContent(
                new BilingualText(zh, en),
                new BilingualText("正文", en.isEmpty() ? "" : "Text"),
                new RoundWindow(FIRST, LAST),
                defaults.ofAll());
    }

    private static String unique() {
        return Long.toString(System.nanoTime());
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var response = response(request);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse response(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private static RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(actor, false, false),
                null,
                AuthorityUtils.createAuthorityList(
                        actor.roles().stream().map(Enum::name).toList())));
    }
}
