package org.chuyi.selection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestSamples;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pool, import, draw and invitation in a real browser. */
@IntegrationTest
class ExpertPicturesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    People people;

    @Autowired
    TaskInbox inbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path files;

    private ContestSamples samples;
    private Actor officer;

    @BeforeEach
    void anOfficerWhoMayEnter() {
        Browser.require();
        clock.set(MovableClock.START);
        samples = new ContestSamples(beans);
        samples.emptyPool();
        officer = mayEnter(people.provincialOfficer());
    }

    @Test
    void anOfficerImportsExpertsAndKeepsTheSheetThatComesOnce() throws Exception {
        var institute = samples.institute();
        Path sheet = files.resolve("专家.xlsx");
        Page page = signedIn(officer, DESK);
        page.navigate(address("/experts"));
        page.locator("a[href='/experts/import']").first().click();
        Download template = page.waitForDownload(
                () -> page.locator("a[href='/experts/import/template']").click());
        Files.write(sheet, filled(Files.readAllBytes(template.path()), institute.name()));

        page.setInputFiles("#file", sheet);
        page.locator("form[action='/experts/import'] button[type=submit]").click();
        page.waitForURL(url -> url.contains("/experts/imports/"));
        look(page, "expert-preview-" + DESK);
        Download result = page.waitForDownload(
                () -> page.locator("form[action$='/confirmation'] button").click());

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(result.path())))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("browser.li");
            assertThat(row.getCell(4).getStringCellValue()).matches("\\w{3}-\\w{3}-\\w{3}-\\w{3}");
        }
        page.reload();
        assertThat(page.locator(".notice-good").textContent()).contains("只下发一次");
        page.context().close();
    }

    @Test
    void pagesOfThePoolAndTheDrawAreAccessibleAndFitDeskAndPhone() {
        var institute = samples.institute();
        ContestKey contest = samples.contest("secondary-school");
        for (int n = 0; n < 8; n++) {
            samples.application(
                    contest,
                    samples.school(n % 2 == 0 ? "430100" : "430200"),
                    "{\"majors\":[{\"majorCode\":\"" + (n < 5 ? "660101" : "710201") + "\"}]}");
        }
        Actor expert = mayEnter(people.in(institute, Role.EXPERT));
        samples.enrol(expert, "6601", "7102");
        samples.experts(6, institute, "4601", "5102");
        samples.experts(3, samples.company("430100"), "4601");
        samples.begin(contest);
        for (int width : new int[] {DESK, PHONE}) {
            Page page = signedIn(officer, width);
            open(page, "/experts", "experts-" + width);
            open(page, "/experts?available=true&specialty=WATER", "experts-none-" + width);
            open(page, "/experts/new", "expert-new-" + width);
            open(page, "/experts/people/" + expert.login(), "expert-" + width);
            open(page, "/experts/import", "expert-import-" + width);
            open(page, "/contests/" + contest + "/draw", "draw-before-" + width);
            page.context().close();
        }
        inbox.complete(
                inbox.openTaskOf(contest.toString(), officer).orElseThrow().id(),
                officer,
                Map.of("panelSize", 7, "perEntry", 5, "shares", "applications"),
                Optional.empty());
        for (int width : new int[] {DESK, PHONE}) {
            Page page = signedIn(officer, width);
            open(page, "/contests/" + contest + "/draw", "draw-running-" + width);
            if (width == PHONE) {
                clock.moveBy(Duration.ZERO);
                page.reload();
                page.locator(".draw-seed").waitFor();
            }
            page.context().close();
        }
        for (int width : new int[] {DESK, PHONE}) {
            Page page = signedIn(officer, width);
            open(page, "/contests/" + contest + "/draw", "draw-" + width);
            page.locator("form[action$='/repetition'] button").click();
            assertThat(page.locator(".flash-good").textContent()).contains("复算结果与抽取结果一致");
            open(page, "/contests/" + contest + "/draw?lang=en", "draw-en-" + width);
            open(page, "/contests/" + contest + "/draw?lang=zh", "draw-again-" + width);
            page.context().close();
        }
    }

    @Test
    void anExpertFindsTheInvitationAndItsFormChangesWithTheAnswer() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), "{}");
        Actor expert = mayEnter(people.in(samples.institute(), Role.EXPERT));
        samples.enrol(expert, "4601");
        samples.begin(contest);
        inbox.complete(
                inbox.openTaskOf(contest.toString(), officer).orElseThrow().id(),
                officer,
                Map.of("panelSize", 1, "perEntry", 1, "shares", "equal"),
                Optional.empty());
        clock.moveBy(Duration.ZERO);
        String task = inbox.openTaskOf(contest.toString(), expert).orElseThrow().id();
        for (int width : new int[] {DESK, PHONE}) {
            Page page = signedIn(expert, width);
            assertThat(page.navigate(address("/tasks/" + task)).status()).isEqualTo(200);
            page.locator("[data-form-mount] input[type=radio]").first().check();
            page.getByLabel("有", new Page.GetByLabelOptions().setExact(true)).check();
            page.locator("text=关系").first().waitFor();
            look(page, "invitation-" + width);
            page.context().close();
        }
    }

    private static byte[] filled(byte[] template, String employer) throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.getSheetAt(0);
            fill(
                    sheet.createRow(1),
                    List.of("browser.li", "李新", employer, "教授", "460101、5102", "2026-03-01", "", "li@example.org"));
            fill(
                    sheet.createRow(2),
                    List.of("browser.wang", "王错", employer.substring(0, 9), "", "460199", "三月", "", ""));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(org.apache.poi.ss.usermodel.Row row, List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            row.createCell(at).setCellValue(cells.get(at));
        }
    }

    private Actor mayEnter(Actor actor) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", actor.account().value())
                .update();
        return actor;
    }

    private Page signedIn(Actor actor, int width) {
        Page page = Browser.newPage(width);
        page.navigate(address("/sign-in"));
        page.fill("#login", actor.login());
        page.fill("#password", People.PASSWORD);
        page.locator("form[action='/sign-in'] button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private void open(Page page, String path, String name) {
        assertThat(page.navigate(address(path)).status()).as(path).isEqualTo(200);
        look(page, name);
    }

    private void look(Page page, String name) {
        Browser.picture(page, name);
        Browser.assertFitsWidth(page);
        Browser.assertAccessible(page);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
