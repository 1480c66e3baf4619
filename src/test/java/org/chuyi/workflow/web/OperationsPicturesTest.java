package org.chuyi.workflow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import com.microsoft.playwright.Page;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The menu of operations and its dialogs in a real browser, by the keyboard. */
@IntegrationTest
class OperationsPicturesTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    @Autowired
    JdbcClient jdbc;

    Actor reviewer;
    Actor colleague;
    String task;

    @BeforeEach
    void aCaseOnTheDeskOfTheCity() {
        Browser.require();
        var submission = new Submission(walk, people, rounds.justOpened());
        reviewer = people.cityReviewer(LOUDI);
        colleague = people.cityReviewer(LOUDI);
        task = walk.task(submission.by(OF_LOUDI), reviewer).id();
        jdbc.sql("update account set must_change_password = false").update();
    }

    @Test
    void aTaskIsTransferredByTheKeyboardAlone() {
        Page page = signedIn(reviewer, DESK);
        page.navigate(address("/tasks/" + task));
        page.locator(".more-menu summary").focus();
        page.keyboard().press("Enter");
        Browser.picture(page, "operations-menu-" + DESK);
        page.locator(".more-menu button[popovertarget='operation-transfer']").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#operation-transfer")).isVisible();
        Browser.picture(page, "operations-dialog-" + DESK);
        Browser.assertAccessible(page);
        page.locator("#transfer-to")
                .selectOption(String.valueOf(colleague.account().value()));
        page.locator("#transfer-reason").focus();
        page.keyboard().type("本周外出，请代为办理。");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator(".notice-warn").first()).containsText("已认领此事项，由其办理");
        assertThat(page.locator(".operation-record")).containsText("本周外出，请代为办理。");
        Browser.picture(page, "operations-claimed-" + DESK);
        Browser.assertAccessible(page);
        page.context().close();
    }

    @Test
    void theDialogFitsAPhone() {
        Page page = signedIn(reviewer, PHONE);
        page.navigate(address("/tasks/" + task));
        page.locator(".more-menu summary").click();
        page.locator(".more-menu button[popovertarget='operation-return']").click();
        assertThat(page.locator("#operation-return")).isVisible();
        Browser.picture(page, "operations-dialog-" + PHONE);
        Browser.assertFitsWidth(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#operation-return")).isHidden();
        page.navigate(address("/account"));
        Browser.picture(page, "account-deputies-" + PHONE);
        Browser.assertFitsWidth(page);
        Browser.assertAccessible(page);
        page.context().close();
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

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
