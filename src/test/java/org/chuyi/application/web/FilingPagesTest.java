package org.chuyi.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.Round;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class FilingPagesTest {

    static final String SCHOOL = "新化县楚怡工业学校";
    static final String OTHER_SCHOOL = "长沙民政职业技术学院";
    static final String PROGRAMME = "spirit-inheritor";
    static final String IDENTITY_NUMBER = "11010519491231002X";

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Walk walk;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    Actor clerk;
    Actor leader;
    Round round;

    @BeforeEach
    void anOpenRound() {
        round = rounds.justOpened();
        clerk = people.applicantOf(SCHOOL);
        leader = people.leaderOf(SCHOOL);
    }

    @Test
    void aClerkReadsWhatItIsAboutBeginsAndIsLedToTheForm() throws Exception {
        browser.perform(get("/applications/new")
                        .param("round", round.code().value())
                        .param("programme", PROGRAMME)
                        .with(as(clerk)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("开始填报")));

        var answer = browser.perform(post("/applications")
                        .param("round", round.code().value())
                        .param("programme", PROGRAMME)
                        .with(as(clerk))
                        .with(csrf()))
                .andReturn()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).matches("/applications/CY2026-\\d\\d-\\d{4,}/form");
        browser.perform(get(answer.getRedirectedUrl()).with(as(clerk)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-countdown=\"2026-03-31T16:00:00Z\"")));
    }

    @Test
    void aSchoolThatCannotApplyIsToldWhyAndGetsNoButton() throws Exception {
        clock.set(MovableClock.at("2026-04-01T00:00"));

        browser.perform(get("/applications/new")
                        .param("round", round.code().value())
                        .param("programme", PROGRAMME)
                        .with(as(clerk)))
                .andExpect(content().string(containsString("暂不能申报")))
                .andExpect(content().string(not(containsString("<form method=\"post\" action=\"/applications\""))));
    }

    @Test
    void anUnknownRoundIsNotThere() throws Exception {
        for (String code : new String[] {"2099-9", "nonsense", "<script>"}) {
            browser.perform(get("/applications/new")
                            .param("round", code)
                            .param("programme", PROGRAMME)
                            .with(as(clerk)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void anotherSchoolFindsNeitherFormNorDraft() throws Exception {
        var number = started();
        Actor stranger = people.applicantOf(OTHER_SCHOOL);

        for (String path : new String[] {"/form", "/form.json", "/draft"}) {
            browser.perform(get("/applications/" + number + path).with(as(stranger)))
                    .andExpect(status().isNotFound());
        }
        save(number, stranger, 1, Map.of("personName", "外校")).andExpect(status().isNotFound());
        submit(number, stranger, 1, Map.of(), "key").andExpect(status().isNotFound());
        assertThat(draft(number).toString()).doesNotContain("外校");
    }

    @Test
    void aDraftIsKeptWhileTyping() throws Exception {
        var number = started();

        save(number, clerk, 1, Map.of("personName", "陈润霖"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2))
                .andExpect(jsonPath("$.savedAt").exists())
                .andExpect(jsonPath("$.sections[0].label").value("推荐学校"));

        assertThat(draft(number).at("/answers/personName").asText()).isEqualTo("陈润霖");
    }

    @Test
    void aStaleDraftIsRefusedAndNothingIsOverwritten() throws Exception {
        var number = started();
        save(number, clerk, 1, Map.of("personName", "第一个窗口")).andExpect(status().isOk());

        save(number, clerk, 1, Map.of("personName", "第二个窗口"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.revision").value(2))
                .andExpect(jsonPath("$.savedAt").exists())
                .andExpect(jsonPath("$.savedBy").value(clerk.name()));

        assertThat(draft(number).at("/answers/personName").asText()).isEqualTo("第一个窗口");
    }

    @Test
    void aDraftThatIsTooLargeLeavesTheOneBeforeAsItWas() throws Exception {
        var number = started();
        save(number, clerk, 1, Map.of("personName", "陈润霖")).andExpect(status().isOk());

        save(number, clerk, 2, Map.of("mainDeeds", "字".repeat(600_000))).andExpect(status().isUnprocessableEntity());

        assertThat(draft(number).at("/answers/personName").asText()).isEqualTo("陈润霖");
        assertThat(draft(number).at("/revision").asInt()).isEqualTo(2);
    }

    @Test
    void anUnknownFieldIsNotTakenIntoTheDraftAndRefusesASubmission() throws Exception {
        var number = started();
        var answers = complete(number);
        answers.put("status", "APPROVED");

        save(number, clerk, 1, answers).andExpect(jsonPath("$.refused[0].path").value("status"));
        submit(number, clerk, 2, answers, "key")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0].path").value("status"))
                .andExpect(jsonPath("$.problems[0].message").value("表单中没有此项，未予接收"));

        assertThat(draft(number).at("/answers/status").isMissingNode()).isTrue();
        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void aCompleteFormGoesToTheSchoolLeader() throws Exception {
        var number = started();

        submit(number, clerk, 1, complete(number), "key")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.location").value("/applications/" + number));

        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.SCHOOL_SIGN_OFF);
        browser.perform(get("/applications/" + number + "/form").with(as(clerk)))
                .andExpect(redirectedUrl("/applications/" + number));
        save(number, clerk, 2, Map.of("personName", "改名")).andExpect(status().isConflict());
    }

    @Test
    void whatIsMissingIsSaidFieldByFieldInTheReadersLanguage() throws Exception {
        var number = started();
        var answers = complete(number);
        answers.remove("personName");

        submit(number, clerk, 1, answers, "key")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0].path").value("personName"))
                .andExpect(jsonPath("$.problems[0].message").value("请填写此项"));
        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void aSubmissionWithoutMaterialsComesBackToTheFormWithTheReasons() throws Exception {
        var number = walk.started(clerk, round, PROGRAMME);

        submit(number, clerk, 1, walk.answers(PROGRAMME, clerk), "key")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.location").value("/applications/" + number + "/form"));

        browser.perform(get("/applications/" + number + "/form").with(as(clerk)))
                .andExpect(content().string(containsString("上次提交未通过")))
                .andExpect(content().string(containsString("请上传必交材料")));
    }

    @Test
    void oneSecondTooLateIsRefusedAndTheDraftKept() throws Exception {
        var number = started();
        var answers = complete(number);
        answers.put("personName", "陈润霖");
        clock.set(MovableClock.at("2026-04-01T00:00:01"));

        submit(number, clerk, 1, answers, "key")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("申报已截止")));

        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(draft(number).at("/answers/personName").asText()).isEqualTo("陈润霖");
    }

    @Test
    void theLastSecondIsInTime() throws Exception {
        var number = started();
        clock.set(MovableClock.at("2026-03-31T23:59:59"));

        submit(number, clerk, 1, complete(number), "key").andExpect(status().isOk());

        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.SCHOOL_SIGN_OFF);
    }

    @Test
    void afterTheApplicationHasExpiredTheClerkIsToldSo() throws Exception {
        var number = started();
        var answers = complete(number);
        String task = walk.task(number, clerk).id();
        clock.moveTo(MovableClock.at("2026-04-01T00:00:01"));
        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.EXPIRED);

        submit(number, clerk, task, 1, answers, "key")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("逾期终止")));
    }

    @Test
    void aDoubleClickIsOneSubmissionWithOneAnswer() throws Exception {
        var number = started();
        var answers = complete(number);
        String task = walk.task(number, clerk).id();
        String key = UUID.randomUUID().toString();

        submit(number, clerk, task, 1, answers, key).andExpect(status().isOk());
        submit(number, clerk, task, 1, answers, key)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.location").value("/applications/" + number));

        assertThat(handedIn(number)).isEqualTo(1);
    }

    @Test
    void aSecondWindowIsToldThatItIsDone() throws Exception {
        var number = started();
        var answers = complete(number);
        String task = walk.task(number, clerk).id();

        submit(number, clerk, task, 1, answers, "first").andExpect(status().isOk());
        submit(number, clerk, task, 1, answers, "second")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("无需再次提交")));

        assertThat(handedIn(number)).isEqualTo(1);
    }

    @Test
    void anOvertakenWindowCannotSubmitItsOlderWords() throws Exception {
        var number = started();
        var answers = complete(number);
        save(number, clerk, 1, Map.of("personName", "新的内容")).andExpect(status().isOk());

        submit(number, clerk, 1, answers, "key")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.savedBy").value(clerk.name()));

        assertThat(draft(number).at("/answers/personName").asText()).isEqualTo("新的内容");
        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.DRAFT);
    }

    @Test
    void anIdentityNumberComesBackMaskedAndItsMaskCanBeSubmitted() throws Exception {
        var number = started();
        var answers = complete(number);
        assertThat(answers).containsEntry("identityNumber", IDENTITY_NUMBER);
        save(number, clerk, 1, answers).andExpect(content().string(not(containsString(IDENTITY_NUMBER))));

        JsonNode draft = draft(number);
        assertThat(draft.toString()).doesNotContain(IDENTITY_NUMBER);
        answers.put("identityNumber", draft.at("/answers/identityNumber").asText());
        assertThat(answers.get("identityNumber").toString()).contains("****");

        submit(number, clerk, 2, answers, "key").andExpect(status().isOk());
        assertThat(statusOf(number)).isEqualTo(ApplicationStatus.SCHOOL_SIGN_OFF);
        assertThat(storedDraft(number)).doesNotContain(IDENTITY_NUMBER);
    }

    @Test
    void theListOfASchoolHoldsItsOwnApplicationsAlone() throws Exception {
        var ours = started();
        var others = walk.started(people.applicantOf(OTHER_SCHOOL), round, PROGRAMME);

        for (Actor actor : new Actor[] {clerk, leader}) {
            browser.perform(get("/applications").with(as(actor)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(ours.value())))
                    .andExpect(content().string(not(containsString(others.value()))));
        }
    }

    @Test
    void aReviewersListHoldsWhatReachedHerCity() throws Exception {
        var draft = started();
        var filed = filed();
        Actor loudi = people.cityReviewer(People.LOUDI);
        Actor changsha = people.cityReviewer(People.CHANGSHA);
        Actor officer = people.provincialOfficer();

        browser.perform(get("/applications")
                        .param("round", round.code().value())
                        .with(as(loudi)))
                .andExpect(content().string(containsString(filed.value())))
                .andExpect(content().string(not(containsString(draft.value()))));
        browser.perform(get("/applications")
                        .param("round", round.code().value())
                        .with(as(changsha)))
                .andExpect(content().string(not(containsString(filed.value()))));
        browser.perform(get("/applications").param("q", filed.value()).with(as(officer)))
                .andExpect(content().string(containsString("href=\"/applications/" + filed + "\"")))
                .andExpect(content().string(containsString("市州审核中")));
    }

    @Test
    void filtersHoldTogetherAndNonsenseIsNoError() throws Exception {
        var filed = filed();
        Actor officer = people.provincialOfficer();

        browser.perform(get("/applications")
                        .param("status", "CITY_REVIEW")
                        .param("city", People.LOUDI)
                        .param("programme", PROGRAMME)
                        .param("round", round.code().value())
                        .param("q", "楚怡工业")
                        .with(as(officer)))
                .andExpect(content().string(containsString(filed.value())));
        browser.perform(get("/applications")
                        .param("status", "FORMAL_CHECK")
                        .param("q", filed.value())
                        .with(as(officer)))
                .andExpect(content().string(not(containsString("href=\"/applications/" + filed + "\""))));
        browser.perform(get("/applications")
                        .param("status", "' or 1=1")
                        .param("city", "<script>")
                        .param("round", "x")
                        .param("after", "1_2_3")
                        .param("q", "<script>alert(1)</script>%_'")
                        .with(as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert(1)"))));
    }

    @Test
    void aListAsksTheDatabaseTheSameWhateverItsLength() throws Exception {
        filed();
        Actor officer = people.provincialOfficer();
        browser.perform(get("/applications").with(as(officer)));

        var statements = Statements.during(
                () -> browser.perform(get("/applications").with(as(officer))).andExpect(status().isOk()));

        assertThat(statements).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void fieldsProposeMajorsAndOrganisations() throws Exception {
        browser.perform(get("/suggestions/majors").param("q", "软件").with(as(clerk)))
                .andExpect(jsonPath("$[0].value").isNotEmpty())
                .andExpect(jsonPath("$.length()").value(org.hamcrest.Matchers.lessThanOrEqualTo(20)));
        browser.perform(get("/suggestions/organisations").param("q", "楚怡").with(as(clerk)))
                .andExpect(jsonPath("$[*].value").value(org.hamcrest.Matchers.hasItem(SCHOOL)));
        browser.perform(get("/suggestions/organisations").param("q", "学").with(as(clerk)))
                .andExpect(jsonPath("$.length()").value(20));
        browser.perform(get("/suggestions/organisations").param("q", "学")).andExpect(status().is3xxRedirection());
    }

    ApplicationNumber started() {
        var number = walk.started(clerk, round, PROGRAMME);
        walk.withMaterials(number, PROGRAMME, clerk);
        return number;
    }

    ApplicationNumber filed() {
        var number = started();
        walk.done(number, clerk, walk.answers(PROGRAMME, clerk));
        walk.done(number, leader, Map.of("decision", "signedOff"));
        return number;
    }

    Map<String, Object> complete(ApplicationNumber number) {
        return new HashMap<>(walk.answers(PROGRAMME, clerk));
    }

    ResultActions save(ApplicationNumber number, Actor actor, int revision, Map<String, ?> answers) throws Exception {
        return browser.perform(put("/applications/" + number + "/draft")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("revision", revision, "answers", answers)))
                .with(as(actor))
                .with(csrf()));
    }

    ResultActions submit(ApplicationNumber number, Actor actor, int revision, Map<String, ?> answers, String key)
            throws Exception {
        return submit(number, actor, "", revision, answers, key);
    }

    ResultActions submit(
            ApplicationNumber number, Actor actor, String task, int revision, Map<String, ?> answers, String key)
            throws Exception {
        return browser.perform(post("/applications/" + number + "/submission" + (task.isEmpty() ? "" : "?task=" + task))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content(json.writeValueAsString(Map.of("revision", revision, "answers", answers)))
                .with(as(actor))
                .with(csrf()));
    }

    JsonNode draft(ApplicationNumber number) throws Exception {
        return json.readTree(
                browser.perform(get("/applications/" + number + "/draft").with(as(clerk)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    String storedDraft(ApplicationNumber number) {
        return jdbc.sql("select content::text from application_draft where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    int handedIn(ApplicationNumber number) {
        return jdbc.sql("select count(*) from audit_line where subject = :number and action = 'application.handedIn'")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    ApplicationStatus statusOf(ApplicationNumber number) {
        return applications.get(number).status();
    }
}
