package org.chuyi.workflow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.Browser;
import org.chuyi.testing.CountedWork;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.work.BackgroundWorkProcess;
import org.chuyi.workflow.work.BackgroundWorks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a piece of work follows it by itself, and the result can be fetched. */
@IntegrationTest
class WorkPageTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    BackgroundWorks works;

    @Autowired
    CountedWork counted;

    @Autowired
    RuntimeService engine;

    @Autowired
    ManagementService jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor officer;

    @BeforeEach
    void anOfficerWhoMayEnter() {
        Browser.require();
        clock.set(MovableClock.START);
        counted.prepare();
        officer = people.provincialOfficer();
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", officer.account().value())
                .update();
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @Test
    void thePageFollowsTheWorkAndHandsOutItsResult() throws Exception {
        for (int width : new int[] {DESK, PHONE}) {
            long id = works.request(
                    CountedWork.KIND, CountedWork.items(width == DESK ? 8 : 9), officer, Locale.SIMPLIFIED_CHINESE);
            Page page = signedIn(width);
            assertThat(page.navigate(address("/work/" + id)).status()).isEqualTo(200);
            assertThat(page.locator(".work-state")).containsText("排队中");

            runSlice(id);
            assertThat(page.locator(".work-state")).containsText("办理中");
            assertThat(page.locator(".work-state")).containsText("2 / ");
            look(page, "work-running-" + width);

            clock.moveBy(Duration.ZERO);
            assertThat(page.locator(".work-state")).containsText("已完成");
            look(page, "work-finished-" + width);
            var file = page.waitForDownload(
                    () -> page.locator("form[action$='/file'] button").click());
            assertThat(Files.readString(file.path())).isEqualTo("完成");
            page.navigate(address("/work"));
            look(page, "works-" + width);
            page.context().close();
        }
    }

    private void runSlice(long id) {
        var instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(Long.toString(id), BackgroundWorkProcess.KEY)
                .singleResult();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId());
    }

    private Page signedIn(int width) {
        Page page = Browser.newPage(width);
        page.navigate(address("/sign-in"));
        page.fill("#login", officer.login());
        page.fill("#password", People.PASSWORD);
        page.locator("form[action='/sign-in'] button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static void look(Page page, String name) {
        Browser.picture(page, name);
        Browser.assertFitsWidth(page);
        Browser.assertAccessible(page);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
