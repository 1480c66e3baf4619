package org.chuyi.portal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The record and the messages in a real browser, full and empty. */
@IntegrationTest
class RecordPicturesTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    AuditTrail trail;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Actor auditor;

    @BeforeEach
    void auditorWhoMayEnter() {
        Browser.require();
        auditor = people.in(organisations.department(Department.EDUCATION), Role.AUDITOR);
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", auditor.account().value())
                .update();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            trail.record(AuditEntry.of(
                    "application.withdrawn", "application", "CY2026-09-0001", Map.of("reason", "学校调整申报方向")));
            notifications.tell(
                    List.of(auditor.account()),
                    "applicationReturned",
                    Map.of("number", "CY2026-09-0001", "title", "楚怡高水平专业群", "due", "2026-03-09"),
                    "/inbox");
            notifications.tell(
                    List.of(auditor.account()),
                    "roundOpened",
                    Map.of("round", "2026 年度楚怡项目申报", "due", "2026-03-31"),
                    "/calls");
        });
    }

    @Test
    void pagesAreAccessibleAndFitDeskAndPhone() {
        for (int width : new int[] {DESK, PHONE}) {
            Page page = signedIn(width);
            look(page, "/administration/record", "record-" + width);
            look(page, "/administration/record?person=%E6%97%A0", "record-empty-" + width);
            look(page, "/administration/record/1", "record-line-" + width);
            look(page, "/messages", "messages-" + width);
            page.context().close();
        }
    }

    @Test
    void chainIsVerifiedAndMessagesAreReadByHand() {
        Page page = signedIn(DESK);
        page.navigate(address("/administration/record"));
        page.locator("form[action$='/verify'] button").click();
        assertThat(page.locator(".flash-good").textContent()).contains("记录链完整");

        page.navigate(address("/messages"));
        page.locator("form[action='/messages/read'] button").click();
        assertThat(page.locator(".flash-good").textContent()).contains("已将全部消息标为已读");
        look(page, "/messages?unread=true", "messages-empty");
        page.context().close();
    }

    private Page signedIn(int width) {
        Page page = Browser.newPage(width);
        page.navigate(address("/sign-in"));
        page.fill("#login", auditor.login());
        page.fill("#password", People.PASSWORD);
        page.locator("form[action='/sign-in'] button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private void look(Page page, String path, String name) {
        assertThat(page.navigate(address(path)).status()).as(path).isEqualTo(200);
        Browser.picture(page, name);
        Browser.assertFitsWidth(page);
        Browser.assertAccessible(page);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
