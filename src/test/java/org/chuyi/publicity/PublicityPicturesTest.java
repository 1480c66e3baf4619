package org.chuyi.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.selection.RankedContests;
import org.chuyi.selection.RankedContests.Ranked;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Looks;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the list on show to the announced results: what the public, an objector and the officers see. */
@IntegrationTest
@Import(RankedContests.class)
class PublicityPicturesTest {

    private static final String IDENTITY = "11010519491231002X";

    @LocalServerPort
    int port;

    @Autowired
    RankedContests ranked;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    ObjectionHandling handling;

    @Autowired
    Announcing announcing;

    @Autowired
    RuntimeService engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Looks looks;
    Actor officer;
    Ranked contest;
    RoundCode round;

    @BeforeEach
    void aDecidedContestWhoseListIsShown() {
        looks = new Looks(port, jdbc);
        clock.set(MovableClock.START);
        officer = people.provincialOfficer();
        contest = ranked.countersigning("secondary-school", 40, 30);
        round = contest.key().round();
        for (Department department : List.of(Department.EDUCATION, Department.FINANCE)) {
            Actor signs = people.in(organisations.department(department), Role.PROVINCIAL_OFFICER);
            done(contest.key().toString(), signs, Map.of("decision", "approve", "opinion", "同意"));
        }
        Actor leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
        done(contest.key().toString(), leader, Map.of("decision", "approved", "opinion", "同意"));
        String instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(round.value(), SelectionRoundProcess.KEY)
                .singleResult()
                .getId();
        engine.createProcessInstanceModification(instance)
                .cancelAllForActivity(engine.getActiveActivityIds(instance).get(0))
                .startBeforeActivity("publicise")
                .execute();
        clock.moveTo(MovableClock.at("2026-03-04T10:00"));
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
        looks.close();
    }

    @Test
    void theListIsShownAnObjectionIsHeardAndTheListIsCorrected() {
        String about = contest.numbers().get(0);
        looks.atPublic("/publicity", "publicity", "公示中", "30 份申报");
        looks.atPublic("/publicity/" + round, "publicity-list", "第 2 / 5 个工作日", about, "提出异议");
        looks.atPublic("/publicity/" + round + "/objection?about=" + about, "objection", "个人实名", "证件号码");
        String receipt = raisedInTheBrowser(about);
        String key = handling.of(round).get(0).key();

        looks.at(officer, "/tasks/" + task(key, officer), "objection-accept", "受理", "李明华");
        done(key, officer, Map.of("decision", "accepted", "investigator", "city", "opinion", "受理，请市州核查。"));
        Actor investigator = people.cityReviewer(cityOf(about));
        looks.at(investigator, "/tasks/" + task(key, investigator), "objection-investigate", "异议人的信息受保护");
        done(key, investigator, Map.of("findings", "申报书所填设备总值 3200 万元，统计年报为 2100 万元。", "proposal", "取消入选，依次递补。"));
        looks.at(officer, "/tasks/" + task(key, officer), "objection-answer", "核查报告");
        looks.at(officer, "/objection-cases/" + key, "objection-case", "核查报告", "待答复", "李明华", "更多操作");
        assertThat(proposed(officer, task(key, officer), about)).containsExactly(about);
        assertThat(proposed(investigator, task(key, officer), about)).isEmpty();
        done(
                key,
                officer,
                Map.of(
                        "decision", "upheld",
                        "answer", "经核查，异议成立，已取消该校入选资格并重新公示。",
                        "corrections",
                                List.of(
                                        Map.of("number", about, "action", "omit", "reason", "数据失实"),
                                        Map.of(
                                                "number",
                                                contest.numbers().get(30),
                                                "action",
                                                "select",
                                                "reason",
                                                "递补"))));
        asked(receipt, "objection-state", "异议成立", "已取消该校入选资格");
        asked("BCDF-GHJK-LMNP-QRTV", "objection-unknown", "没有这个查询码的异议");
        looks.atPublic("/publicity/" + round, "publicity-list-second", "第 2 版", "其他版本");
        looks.atPublic("/publicity/" + round + "?version=1", "publicity-list-superseded", "本名单已经更正", "查看最新版本");
        looks.at(officer, "/rounds/" + round + "/progress", "progress", "名单公示、受理异议", "公示异议", "异议成立", "长沙市");
    }

    @Test
    void theResultsAreAnnouncedToEverybody() throws Exception {
        clock.moveTo(MovableClock.at("2026-03-10T09:00:00"));
        looks.atPublic("/publicity/" + round, "publicity-list-over", "公示期已结束");
        looks.at(officer, "/tasks/" + task(round.value(), officer), "announcement-task", "发文机关代字", "文件标题");
        askedBeforePublishing(task(round.value(), officer));
        done(
                round.value(),
                officer,
                Map.of("issuer", "湘教测", "title", "关于公布楚怡优秀中职学校建设单位名单的通知", "issuedOn", "2026-03-10"));

        looks.atPublic("/results", "results", "湘教测〔2026〕");
        looks.atPublic(
                "/results/" + round, "result", "通知（PDF）", contest.numbers().get(0));
        looks.atPublic("/results/" + round + "?text=没有", "result-none", "没有符合条件的结果");
        looks.at(officer, "/rounds/" + round + "/progress", "progress-announced", "结果公布");
        looks.at(officer, "/rounds/" + round, "round", "遴选进展", "遴选各环节时限");
        looks.at(officer, "/rounds/new", "round-new", "遴选各环节时限", "公示期不少于5个工作日");
        known(contest.numbers().get(0));
        Actor applicant = people.in(schoolOf(contest.numbers().get(0)), Role.APPLICANT);
        looks.at(applicant, "/applications/" + contest.numbers().get(0), "application-announced", "决定书");
        Actor other = people.in(schoolOf(contest.numbers().get(35)), Role.APPLICANT);

        looks.file(Optional.empty(), "/results/" + round + "/notice.pdf", "notice.pdf");
        looks.file(Optional.empty(), "/results/" + round + "/notice.docx", "notice.docx");
        byte[] csv = looks.file(Optional.empty(), "/results/" + round + "/results.csv", "results.csv");
        assertThat(new String(csv, StandardCharsets.UTF_8).lines().limit(2))
                .containsExactly(
                        "\uFEFF文号,批次,项目,方向,申报编号,单位,市州",
                        "%s,%s,楚怡优秀中职学校,,%s,%s,%s"
                                .formatted(
                                        announcing.find(round).orElseThrow().document(),
                                        round,
                                        contest.numbers().get(0),
                                        schoolOf(contest.numbers().get(0)).name(),
                                        "邵阳市"));
        looks.file(Optional.empty(), "/results/" + round + "/results.json", "results.json");
        looks.file(Optional.of(applicant), letter(0), "letter-selected.pdf");
        looks.file(Optional.of(other), letter(35), "letter-others.pdf");
    }

    private static List<String> numbersIn(String json) {
        return com.jayway.jsonpath.JsonPath.read(json, "$[*].value");
    }

    private List<String> proposed(Actor reader, String task, String text) {
        var answer = looks.page(reader)
                .request()
                .get(looks.address("/suggestions/objection-applications?q=" + text + "&of=" + task));
        return answer.status() == 200 ? numbersIn(answer.text()) : List.of();
    }

    /** What cannot be taken back is asked first. */
    private void askedBeforePublishing(String task) {
        Page page = looks.page(officer);
        page.navigate(looks.address("/tasks/" + task));
        page.locator("[data-ready]").first().waitFor();
        assertThat(page.locator("[data-form-submit]").innerText().strip()).isEqualTo("印发并公布");
        page.locator("[data-form-submit]").click();
        page.locator("#ask[open]").waitFor();
        assertThat(page.locator("#ask-text").innerText()).contains("向社会公开", "不能撤回");
        Browser.picture(page, "announcement-asked");
        page.locator("#ask button[value=no]").click();
        assertThat(task(round.value(), officer)).isEqualTo(task);
    }

    private String raisedInTheBrowser(String about) {
        Page page = looks.publicPage();
        page.navigate(looks.address("/publicity/" + round + "/objection"));
        page.locator("input[value=ORGANISATION]").check();
        page.locator("form.objection-form button[type=submit]").click();
        page.locator(".problems").waitFor();
        Looks.look(page, "objection-problems", "处需要修改", "请写清异议内容和依据", "加盖公章");
        page.locator("input[value=PERSON]").check();
        page.selectOption("#about", about);
        page.fill("#grounds", "该校申报的实训设备总值与统计年报不一致，请核查。");
        page.fill("#name", "李明华");
        page.fill("#identity", IDENTITY);
        page.fill("#phone", "0731-84714899");
        page.locator("form.objection-form button[type=submit]").click();
        page.locator(".receipt-code").waitFor();
        Looks.look(page, "receipt", "请记下查询码");
        return page.locator(".receipt-code").innerText();
    }

    private void asked(String receipt, String name, String... words) {
        Page page = looks.publicPage();
        page.navigate(looks.address("/objections"));
        page.fill("#receipt", receipt);
        page.locator("main form button[type=submit]").click();
        page.waitForLoadState();
        Looks.look(page, name, words);
    }

    /** The contest's samples have no process of their own; its page draws one. */
    private void known(String number) {
        jdbc.sql("""
                        insert into inbox_case (business_key, process_key, process_definition_id, title, category, occasion,
                          organisation_id, city_code, started_at, ended_at)
                        select number, :process, :definition, number, programme_code, round_code, organisation_id, city_code,
                          now(), now() from project_application where number = :number""")
                .param("process", SchoolApplicationProcess.KEY)
                .param(
                        "definition",
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(SchoolApplicationProcess.KEY)
                                .latestVersion()
                                .singleResult()
                                .getId())
                .param("number", number)
                .update();
    }

    private String letter(int at) {
        return "/applications/" + contest.numbers().get(at) + "/decision-letter.pdf";
    }

    private String cityOf(String number) {
        return jdbc.sql("select city_code from project_application where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private Organisation schoolOf(String number) {
        return organisations.get(
                new OrganisationId(jdbc.sql("select organisation_id from project_application where number = :number")
                        .param("number", number)
                        .query(Long.class)
                        .single()));
    }

    private void done(String key, Actor actor, Map<String, Object> answers) {
        assertThat(inbox.complete(task(key, actor), actor, answers, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
    }

    private String task(String key, Actor actor) {
        return inbox.openTaskOf(key, actor)
                .orElseThrow(() -> new AssertionError("Nothing to do on " + key))
                .id();
    }
}
