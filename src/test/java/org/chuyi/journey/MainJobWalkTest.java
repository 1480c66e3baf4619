package org.chuyi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chuyi.application.demonstration.ExampleAnswers;
import org.chuyi.application.upload.FileSamples;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormVerdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main job as people do it: each of them in a browser of her own, and nothing but the browser. */
@IntegrationTest
class MainJobWalkTest {

    static final String SCHOOL = "浏阳市职业中专学校";
    static final String CITY = "长沙市教育局";
    static final String PROGRAMME = "training-base";
    static final String PROGRAMME_NAME = "楚怡产教融合实训基地";
    static final String CORRECTED = "基地面向工程机械与先进制造产业集群，服务长沙县、浏阳市两地四十余家企业，承担智能装备、数控加工和工业机器人三个方向的"
            + "学生实训、社会培训与技术服务。现有场地和设备只能满足六成需求，扩建后每年可新增实训工位二百个，满足区域产业升级对技术技能人才的需要。";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Walk walk;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskForms forms;

    @Autowired
    FormCheck formCheck;

    @Autowired
    JdbcClient jdbc;

    final List<PersonInBrowser> browsers = new ArrayList<>();
    Round round;
    Programme programme;
    Organisation school;
    Organisation company;
    String number;

    @BeforeEach
    void anOpenCall() {
        Browser.require();
        round = rounds.justOpened();
        programme = walk.programme(PROGRAMME);
        school = people.organisation(SCHOOL);
        company = people.company("湖南远航智能装备有限公司");
    }

    @AfterEach
    void everybodyGoesHome() {
        browsers.forEach(PersonInBrowser::close);
    }

    @Test
    void aSchoolsApplicationGoesFromTheCallToTheProvincesApproval() {
        thePublicReadsTheCallAndItsGuide();
        var clerk = person("彭丽", Role.APPLICANT, school);
        clerkBegins(clerk);
        clerkFillsInTheForm(clerk);
        clerkUploadsTheMaterials(clerk);
        clerkSubmits(clerk, "待合作单位确认", "已提交，正在等待合作单位确认。");

        var partner = person("何俊", Role.APPLICANT, company);
        partnerConfirms(partner);
        var principal = person("谭文斌", Role.SCHOOL_LEADER, school);
        principalSignsOff(principal);

        var city = person("周敏", Role.REVIEWER, people.organisation(CITY));
        cityReturnsWithTwoCorrections(city);
        clerkCorrectsOneField(clerk);
        thePartnerIsNotAskedAgain(partner);
        principalSignsOff(principal);
        citySeesTheDifferenceAndRecommends(city);

        provinceApproves(person("陈立", Role.PROVINCIAL_OFFICER, educationDepartment()));
        clerkSeesTheApproval(clerk);
        auditorProvesTheRecord(person("孙正", Role.AUDITOR, educationDepartment()));
        administratorWatchesWithoutAnotherSignIn(person("吴磊", Role.SYSTEM_ADMINISTRATOR, educationDepartment()));
    }

    private void thePublicReadsTheCallAndItsGuide() {
        var reader = browser();
        reader.open("/");
        reader.looksAtOnBoth("01-welcome");
        reader.open("/calls");
        reader.looksAt("02-calls");
        reader.see("main a[href='/calls/" + round.code().value() + "']").click();
        reader.reads("申报中", "2026年3月2日 0:00 至 2026年3月31日 24:00");
        assertThat(reader.see("main .list-table tbody tr")).hasCount(12);
        reader.looksAtOnBoth("03-call");
        reader.press(PROGRAMME_NAME);
        assertThat(reader.see("h1")).containsText(PROGRAMME_NAME);
        assertThat(reader.see(".guide-block")).hasCount(6);
        assertThat(reader.see("#materials tbody tr")).hasCount(10);
        reader.reads("至少与1家企业共建", "省级形式审查：10个工作日。");
        reader.looksAtOnBoth("04-guide");
    }

    private void clerkBegins(PersonInBrowser clerk) {
        assertThat(clerk.see("h1")).containsText("彭丽，");
        clerk.looksAt("05-home-of-the-clerk");
        clerk.open("/calls/" + round.code().value() + "/" + PROGRAMME);
        clerk.press("开始申报");
        clerk.reads(SCHOOL, "提交后，先由申报书中列出的合作单位逐一确认。", "请于 2026年3月31日 24:00 前完成填报");
        clerk.looksAt("06-new-application");
        clerk.press("开始填报");
        clerk.page().waitForSelector("[data-form][data-ready]");
        assertThat(clerk.path()).matches("/applications/CY2026-10-\\d{4,}/form");
        number = clerk.path().split("/")[2];
        assertThat(clerk.see(".materials-missing")).hasText("还有 6 项必交材料没有上传。");
        assertThat(clerk.see("[data-form-sections] li")).hasCount(11);
        assertThat(clerk.see("[data-form-sections] li").last()).hasText("申报材料0 / 6");
    }

    private void clerkFillsInTheForm(PersonInBrowser clerk) {
        TypedForm.on(clerk.page()).fill(answers());
        clerk.press("保存草稿");
        clerk.page().waitForSelector("#toasts >> text=已保存");
        assertThat(clerk.see("[data-form-sections] a:not(.is-complete)")).hasText("申报材料0 / 6");
        assertThat(clerk.see("[data-form-state]")).hasText("已保存 09:00:00");
        clerk.page().reload();
        clerk.page().waitForSelector("[data-form][data-ready]");
        assertThat(clerk.see("[data-form-sections] a.is-complete")).hasCount(10);
        assertThat(clerk.see("[aria-labelledby$='list_servedMajors'] .fjs-repeat-row-remove"))
                .hasCount(2);
    }

    private void clerkUploadsTheMaterials(PersonInBrowser clerk) {
        int missing = 6;
        for (MaterialRequirement material : programme.materials()) {
            if (!material.required()) {
                continue;
            }
            String name = material.names().zh();
            clerk.see("[data-requirement][data-code='" + material.code() + "'] input[type=file]")
                    .setInputFiles(new FilePayload(name + ".pdf", "application/pdf", FileSamples.pdf(name)));
            missing--;
            if (missing > 0) {
                assertThat(clerk.see(".materials-missing")).hasText("还有 " + missing + " 项必交材料没有上传。");
            }
        }
        assertThat(clerk.see(".materials-missing")).isHidden();
        assertThat(clerk.see("[data-requirement] .file[data-id]")).hasCount(6);
        assertThat(clerk.see("[data-requirement].is-missing")).hasCount(0);
        assertThat(clerk.see("[data-form-sections] a.is-complete")).hasCount(11);
        assertThat(clerk.see("[data-form-meter]")).containsText("100%");
        clerk.looksAtOnBoth("07-form");
    }

    private void clerkSubmits(PersonInBrowser clerk, String status, String flash) {
        clerk.press("提交校级审核");
        clerk.agree();
        clerk.page().waitForURL(Pattern.compile(".*/applications/" + number + "$"));
        clerk.reads(flash);
        assertThat(clerk.see("h1 .badge-status")).hasText(status);
    }

    private void partnerConfirms(PersonInBrowser partner) {
        partner.open("/inbox");
        assertThat(partner.see("#work tbody tr")).hasCount(1);
        partner.reads("合作单位确认", SCHOOL, number);
        partner.looksAt("08-inbox-of-the-partner");
        partner.press(SCHOOL);
        partner.page().waitForSelector("#application-panel");
        partner.reads(company.name());
        TypedForm.on(partner.page()).fill(Map.of("decision", "confirmed"));
        partner.looksAt("09-task-of-the-partner");
        partner.press("提交意见");
        partner.page().waitForURL("**/inbox");
        partner.reads("没有待办");
    }

    /** Its part of the application has not changed. */
    private void thePartnerIsNotAskedAgain(PersonInBrowser partner) {
        partner.open("/inbox");
        partner.reads("没有待办");
    }

    private void principalSignsOff(PersonInBrowser principal) {
        principal.open("/inbox?q=" + number);
        assertThat(principal.see("#work tbody tr")).hasCount(1);
        principal.press(SCHOOL);
        principal.page().waitForSelector("#application-panel");
        principal.reads("校级审核", PROGRAMME_NAME);
        TypedForm.on(principal.page()).fill(Map.of("decision", "signedOff"));
        principal.looksAt("10-task-of-the-principal");
        principal.press("提交意见");
        principal.reads("已提交：" + SCHOOL, "同意报送");
    }

    private void cityReturnsWithTwoCorrections(PersonInBrowser city) {
        openInInbox(city);
        TypedForm.on(city.page())
                .fill(ordered(
                        "decision",
                        "returned",
                        "opinion",
                        "整体符合条件，以下两处请补正后重新报送。",
                        "corrections",
                        List.of(
                                ordered("place", "基地概况", "requirement", "请写明服务的产业集群和现有缺口。"),
                                ordered("place", "经费预算", "requirement", "预算明细合计与总额不一致，请核对。"))));
        city.looksAtOnBoth("12-city-returns");
        city.page().keyboard().press("Control+Enter");
        city.reads("已提交：" + SCHOOL, "退回修改");
    }

    private void clerkCorrectsOneField(PersonInBrowser clerk) {
        clerk.open("/");
        clerk.looksAt("13-home-after-the-return");
        clerk.open("/applications/" + number);
        assertThat(clerk.see("h1 .badge-status")).hasText("退回修改");
        clerk.press("继续填报");
        clerk.page().waitForSelector("[data-form][data-ready]");
        clerk.reads("退回修改：请修改以下 2 项", "长沙市教育局 于 2026年3月2日 09:00 一次性告知");
        assertThat(clerk.see(".correction-items li")).hasCount(2);
        clerk.reads("请写明服务的产业集群和现有缺口。", "预算明细合计与总额不一致，请核对。");
        TypedForm.on(clerk.page()).fill(Map.of("positioning", CORRECTED));
        clerk.press("保存草稿");
        assertThat(clerk.see("[data-form-state]")).hasText("已保存 09:00:00");
        clerk.looksAtOnBoth("14-correction");
        clerk.press("提交校级审核");
        clerk.agree();
        clerk.page().waitForURL(Pattern.compile(".*/applications/" + number + "$"));
        assertThat(clerk.see("h1 .badge-status")).hasText("待校级审核");
        clerk.page().waitForLoadState();
        clerk.open("/applications/" + number + "?tab=versions");
        clerk.looksAt("15-versions");
    }

    private void citySeesTheDifferenceAndRecommends(PersonInBrowser city) {
        openInInbox(city);
        city.reads("第2版与第1版的差异");
        assertThat(city.see("#panel-changes tbody tr")).hasCount(1);
        assertThat(city.see("#panel-changes tbody tr td.main")).hasText("基地定位与建设必要性");
        assertThat(city.see("#panel-changes ins")).hasText(CORRECTED);
        TypedForm.on(city.page()).fill(ordered("decision", "recommended", "opinion", "补正到位，同意推荐。"));
        city.looksAt("16-city-recommends");
        city.page().keyboard().press("Control+Enter");
        city.reads("已提交：" + SCHOOL, "推荐");
        city.open("/inbox?tab=done&q=" + number);
        assertThat(city.see("#work tbody tr")).hasCount(2);
        city.looksAtOnBoth("17-done");
    }

    private void provinceApproves(PersonInBrowser province) {
        openInInbox(province);
        TypedForm.on(province.page())
                .fill(ordered(
                        "checks", List.of("eligibility", "materials", "figures"),
                        "decision", "approved",
                        "opinion", "经形式审查，符合要求，同意立项。"));
        province.looksAt("18-province-approves");
        province.page().keyboard().press("Control+Enter");
        province.reads("已提交：" + SCHOOL, "通过");
    }

    private void clerkSeesTheApproval(PersonInBrowser clerk) {
        clerk.open("/applications/" + number);
        assertThat(clerk.see("h1 .badge-status")).hasText("已批准");
        assertThat(clerk.see("main .btn-hand")).hasCount(0);
        clerk.looksAtOnBoth("19-application");
        clerk.open("/applications/" + number + "?tab=decisions");
        clerk.reads("同意推荐", "同意立项");
        clerk.looksAt("20-decisions");
        clerk.open("/applications/" + number + "?tab=record");
        clerk.reads("退回修改", "推荐", "批准");
        clerk.looksAt("21-record");
        clerk.open("/applications/" + number + "?tab=process");
        clerk.page().waitForSelector("[data-diagram][data-ready]");
        assertThat(clerk.see(".djs-element[data-element-id=applicationApproved]"))
                .hasClass(Pattern.compile("is-(done|active)"));
        clerk.looksAtOnBoth("22-process");
        clerk.open("/messages");
        clerk.reads("申报获得批准", "请补正申报");
        clerk.looksAtOnBoth("23-messages");
        clerk.open("/applications");
        clerk.looksAtOnBoth("24-applications");
    }

    private void auditorProvesTheRecord(PersonInBrowser auditor) {
        auditor.open("/administration/record?subject=" + number);
        auditor.reads(number, "周敏", CITY);
        auditor.looksAtOnBoth("25-audit");
        auditor.press("校验记录链");
        auditor.reads("记录链完整，共 ");
        auditor.looksAt("26-audit-intact");
    }

    private void administratorWatchesWithoutAnotherSignIn(PersonInBrowser administrator) {
        administrator.open("/administration/processes");
        administrator.reads("流程监控", "学校申报");
        administrator.looksAt("27-processes");
        administrator.press("打开 Cockpit");
        administrator.page().waitForURL("**/camunda/app/cockpit/**");
        assertThat(administrator.see("body")).containsText("吴磊");
        assertThat(administrator.see("input[type=password]")).hasCount(0);
        Browser.picture(administrator.page(), "journey-28-cockpit-1440");
    }

    private void openInInbox(PersonInBrowser person) {
        person.open("/inbox?q=" + number);
        assertThat(person.see("#work tbody tr")).hasCount(1);
        person.looksAtOnBoth("11-inbox");
        person.page().keyboard().press("j");
        person.page().keyboard().press("Enter");
        person.page().waitForURL("**/tasks/**");
        person.page().waitForSelector("#application-panel");
        person.reads(SCHOOL, PROGRAMME_NAME, number);
    }

    /** What a person types: example values, without the fields that these values hide. */
    private Map<String, Object> answers() {
        var form = forms.latest("schoolApplication", "application-" + PROGRAMME);
        var wanted = new ExampleAnswers(programme, school, List.of(company)).to(form);
        return ((FormVerdict.Checked) formCheck.check(form, wanted)).answers();
    }

    private PersonInBrowser person(String name, Role role, Organisation organisation) {
        String login = "j" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        accounts.create(new NewAccount(login, name, Optional.empty()), People.PASSWORD);
        var account = accounts.find(login).orElseThrow().id();
        assertThat(accounts.appoint(account, new Post(organisation.id(), role))).isInstanceOf(AccountResult.Done.class);
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", account.value())
                .update();
        return browser().signIn(login, People.PASSWORD);
    }

    private PersonInBrowser browser() {
        var browser = new PersonInBrowser(port);
        browsers.add(browser);
        return browser;
    }

    private Organisation educationDepartment() {
        return organisations.get(organisations.department(Department.EDUCATION).id());
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            answers.put((String) pairs[at], pairs[at + 1]);
        }
        return answers;
    }
}
