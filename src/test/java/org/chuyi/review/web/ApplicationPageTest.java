package org.chuyi.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.Round;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class ApplicationPageTest {

    static final String SCHOOL = "新化县楚怡工业学校";
    static final String PROGRAMME = "spirit-inheritor";
    static final String IDENTITY_NUMBER = "11010519491231002X";
    static final String SCRIPT = "<script>alert('x')</script>";
    static final List<String> TABS = List.of("form", "materials", "versions", "decisions", "record", "process");

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Walk walk;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    JdbcClient jdbc;

    Actor clerk;
    Actor leader;
    Actor reviewer;
    Actor officer;
    Round round;

    @BeforeEach
    void anOpenRound() {
        round = rounds.justOpened();
        clerk = people.applicantOf(SCHOOL);
        leader = people.leaderOf(SCHOOL);
        reviewer = named(people.cityReviewer(People.LOUDI), "娄底审核员甲");
        officer = named(people.provincialOfficer(), "省厅经办人乙");
    }

    @Test
    void everybodyWhoMayReadItGetsEveryPartOfThePage() throws Exception {
        var number = filed(answers());

        for (Actor actor : List.of(clerk, leader, reviewer, officer)) {
            for (String tab : TABS) {
                assertThat(page(number, "?tab=" + tab, actor)).contains(SCHOOL).contains("市州审核中");
            }
            assertThat(page(number, "?lang=en", actor)).contains("Review by the city");
            assertThat(page(number, "?lang=zh-CN", actor)).contains("市州（主管部门）审核");
        }
    }

    @Test
    void whoMayNotReadItIsNotToldThatItExists() throws Exception {
        var number = filed(answers());
        var strangers = List.of(
                people.applicantOf("长沙民政职业技术学院"),
                people.cityReviewer(People.CHANGSHA),
                people.in(people.organisation("湖南省财政厅"), Role.PROVINCIAL_OFFICER),
                people.in(people.organisation("湖南省教育厅"), Role.AUDITOR));

        for (Actor stranger : strangers) {
            for (String path : List.of("", "/print", "/panel", "/process.bpmn", "/process.json")) {
                String known = refusal(number.value(), path, stranger);
                String unknown = refusal("CY2026-99-9999", path, stranger);
                assertThat(known).isEqualTo(unknown).doesNotContain(SCHOOL);
            }
        }
    }

    @Test
    void aDraftIsTheSchoolsAloneEvenForTheProvince() throws Exception {
        var number = walk.started(clerk, round, PROGRAMME);

        assertThat(page(number, "", leader)).contains("仅本校可见");
        browser.perform(get("/applications/" + number).with(as(officer))).andExpect(status().isNotFound());
    }

    @Test
    void aReviewerNeverSeesWhatTheSchoolIsCorrecting() throws Exception {
        var number = returned();
        var corrected = answers();
        corrected.put("personName", "尚未报送的姓名");
        walk.done(number, clerk, corrected);
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.SCHOOL_SIGN_OFF);

        for (Actor outside : List.of(reviewer, officer)) {
            for (String tab : TABS) {
                assertThat(page(number, "?tab=" + tab, outside))
                        .contains("退回修改")
                        .doesNotContain("尚未报送的姓名")
                        .doesNotContain("待校级审核");
            }
            assertThat(panel(number, outside)).doesNotContain("尚未报送的姓名");
            browser.perform(get("/applications/" + number + "?version=0").with(as(outside)))
                    .andExpect(status().isNotFound());
            browser.perform(get("/applications/" + number + "?tab=versions&from=1&to=0")
                            .with(as(outside)))
                    .andExpect(status().isNotFound());
        }
        assertThat(page(number, "?tab=versions", leader)).contains("尚未报送的姓名");
        assertThat(panel(number, leader)).contains("尚未报送的姓名").contains("本次修改");
    }

    @Test
    void theSchoolReadsWhatToCorrectButNeverWhoTheReviewerIs() throws Exception {
        var number = returned();

        String form = body("/applications/" + number + "/form", clerk);
        assertThat(form)
                .contains("主要事迹")
                .contains("请补充近三年的佐证")
                .contains("娄底市教育局")
                .doesNotContain("娄底审核员甲");
        for (String tab : TABS) {
            assertThat(page(number, "?tab=" + tab, clerk)).doesNotContain("娄底审核员甲");
        }
        assertThat(page(number, "?tab=decisions", clerk)).contains("请补充近三年的佐证");
        assertThat(page(number, "?tab=decisions", officer)).contains("娄底审核员甲");
    }

    @Test
    void aRecommendationIsReadAndThePendingDecisionIsNot() throws Exception {
        var number = filed(answers());
        walk.done(number, reviewer, Map.of("decision", "recommended", "opinion", "条件成熟，同意推荐。"));

        assertThat(page(number, "", clerk)).contains("省级审核中");
        assertThat(page(number, "?tab=record", clerk))
                .contains("条件成熟，同意推荐。")
                .doesNotContain("娄底审核员甲")
                .doesNotContain("批准");
    }

    @Test
    void versionsAreComparedAndScriptsStayText() throws Exception {
        var first = answers();
        String number = "";
        var script = new HashMap<>(first);
        script.put("personName", SCRIPT);
        script.put("mainDeeds", SCRIPT + "\n第二行");
        script.put("employer", SCRIPT);
        var filed = filed(script);
        number = filed.value();
        walk.done(filed, reviewer, returnedFor(SCRIPT));
        walk.done(filed, clerk, first);
        walk.done(filed, leader, Map.of("decision", "signedOff"));

        for (Actor actor : List.of(clerk, reviewer)) {
            for (String tab : TABS) {
                assertThat(page(filed, "?tab=" + tab, actor)).doesNotContain("<script>alert");
            }
            assertThat(page(filed, "?tab=versions&from=1&to=2", actor)).contains("&lt;script&gt;alert");
            assertThat(page(filed, "?version=1", actor)).contains("&lt;script&gt;alert");
            assertThat(panel(filed, actor)).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
            assertThat(body("/applications/" + number + "/print?version=1", actor))
                    .contains("&lt;script&gt;alert")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void anIdentityNumberIsMaskedWhereverItIsShown() throws Exception {
        var number = filed(answers());
        assertThat(answers()).containsEntry("identityNumber", IDENTITY_NUMBER);

        for (Actor actor : List.of(clerk, leader, reviewer, officer)) {
            for (String tab : TABS) {
                assertThat(page(number, "?tab=" + tab, actor)).doesNotContain(IDENTITY_NUMBER);
            }
            assertThat(page(number, "", actor)).contains("110105********002X");
            assertThat(panel(number, actor)).contains("110105********002X").doesNotContain(IDENTITY_NUMBER);
            assertThat(body("/applications/" + number + "/print", actor))
                    .contains("110105********002X")
                    .doesNotContain(IDENTITY_NUMBER);
        }
    }

    @Test
    void aChangedIdentityNumberIsNamedAsChangedAndNotShown() throws Exception {
        var number = returned();
        var corrected = answers();
        corrected.put("identityNumber", "110101199003072690");
        walk.done(number, clerk, corrected);
        walk.done(number, leader, Map.of("decision", "signedOff"));

        assertThat(page(number, "?tab=versions&from=1&to=2", reviewer))
                .contains("110105********002X")
                .doesNotContain(IDENTITY_NUMBER)
                .doesNotContain("110101199003072690");
    }

    @Test
    void thePrintedVersionCarriesItsNumberAndHash() throws Exception {
        var number = filed(answers());
        String hash = jdbc.sql("select sha256 from application_version where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();

        assertThat(body("/applications/" + number + "/print", officer))
                .contains(number.value())
                .contains(hash)
                .contains("申报书.pdf");
    }

    @Test
    void thePictureHasTheTokenInPlaceAndWhereItHasBeen() throws Exception {
        var number = returned();

        assertThat(body("/applications/" + number + "/process.bpmn", clerk)).contains("id=\"schoolApplication\"");
        assertThat(body("/applications/" + number + "/process.json", clerk))
                .contains("{\"id\":\"fillInApplication\",\"state\":\"active\"")
                .contains("{\"id\":\"cityReview\",\"state\":\"returned\"")
                .contains("{\"id\":\"schoolSignOff\",\"state\":\"done\"")
                .doesNotContain("formalCheck");
    }

    @Test
    void theSchoolWithdrawsWithAReasonAndNobodyElseCan() throws Exception {
        var number = filed(answers());
        String path = "/applications/" + number + "/withdrawal";
        browser.perform(post(path)
                        .param("reason", "别校代撤")
                        .with(as(people.applicantOf("长沙民政职业技术学院")))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        browser.perform(post(path).param("reason", "审核员代撤").with(as(reviewer)).with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(post(path).param("reason", " ").with(as(clerk)).with(csrf()));
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);

        browser.perform(post(path).param("reason", "项目调整").with(as(leader)).with(csrf()))
                .andExpect(redirectedUrl("/applications/" + number));

        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(page(number, "?tab=record", clerk)).contains("撤回申报").contains("项目调整");
    }

    @Test
    void aDecidedApplicationCannotBeWithdrawn() throws Exception {
        var number = filed(answers());
        walk.done(number, reviewer, Map.of("decision", "refused", "opinion", "条件不足。"));

        assertThat(page(number, "", clerk)).contains("不予推荐").doesNotContain("/withdrawal");
        browser.perform(post("/applications/" + number + "/withdrawal")
                .param("reason", "后悔")
                .with(as(clerk))
                .with(csrf()));
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.NOT_RECOMMENDED);
    }

    @Test
    void thePageAsksTheDatabaseLittle() throws Exception {
        var number = returned();
        walk.done(number, clerk, answers());
        walk.done(number, leader, Map.of("decision", "signedOff"));
        page(number, "", officer);

        for (Actor actor : List.of(clerk, officer)) {
            for (String tab : TABS) {
                var statements = Statements.during(() -> page(number, "?tab=" + tab, actor));
                assertThat(statements).as(tab).hasSizeLessThanOrEqualTo(20);
            }
        }
    }

    ApplicationNumber filed(Map<String, Object> answers) {
        var number = walk.started(clerk, round, PROGRAMME);
        walk.withMaterials(number, PROGRAMME, clerk);
        walk.done(number, clerk, answers);
        walk.done(number, leader, Map.of("decision", "signedOff"));
        return number;
    }

    ApplicationNumber returned() {
        var number = filed(answers());
        walk.done(number, reviewer, returnedFor("请补充近三年的佐证。"));
        return number;
    }

    static Map<String, Object> returnedFor(String requirement) {
        return Map.of(
                "decision",
                "returned",
                "opinion",
                "材料需要补充。",
                "corrections",
                List.of(Map.of("place", "主要事迹", "requirement", requirement)));
    }

    Map<String, Object> answers() {
        return new HashMap<>(walk.answers(PROGRAMME, clerk));
    }

    String page(ApplicationNumber number, String query, Actor actor) throws Exception {
        return body("/applications/" + number + query, actor);
    }

    String panel(ApplicationNumber number, Actor actor) throws Exception {
        return body("/applications/" + number + "/panel", actor);
    }

    String body(String path, Actor actor) throws Exception {
        return browser.perform(get(path).with(as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    String refusal(String number, String path, Actor actor) throws Exception {
        return browser.perform(get("/applications/" + number + path).with(as(actor)))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    Actor named(Actor actor, String name) {
        jdbc.sql("update account set name = :name where id = :id")
                .param("name", name)
                .param("id", actor.account().value())
                .update();
        return new Actor(
                actor.account(),
                actor.login(),
                name,
                actor.organisation(),
                actor.organisationName(),
                actor.organisationKind(),
                actor.cityCode(),
                actor.roles());
    }
}
