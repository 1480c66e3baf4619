package org.chuyi.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.chuyi.organisation.Actor;
import org.chuyi.selection.ScoringSamples.Panel;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The expert's desk, the discussion and the ranking in a browser, at a desk and on a phone. */
@IntegrationTest
class ScoringPagesTest {

    private static final String PROGRAMME = "culture-base";
    private static final double PATIENCE = 30_000;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    ScoringSamples samples;
    Panel panel;

    @BeforeAll
    static void withABrowser() {
        Browser.require();
    }

    @Test
    void anExpertScoresOneAfterTheOtherAndTheLeaderAndTheProvinceReadWhatCameOfIt() {
        samples = new ScoringSamples(beans);
        var round = samples.round(PROGRAMME, 1);
        var first = samples.selected(round, PROGRAMME, "长沙民政职业技术学院", Map.of());
        var second = samples.selected(round, PROGRAMME, "湖南大众传媒职业技术学院", Map.of());
        panel = samples.scoring(round, PROGRAMME, 2);
        samples.submit(panel, 1, first, 40);
        samples.submit(panel, 1, second, 60);
        samples.finish(panel, 1);

        Page page = signedIn(panel.experts().get(0));
        page.navigate(address("/scoring"));
        pictures(page, "scoring-desk");
        page.locator(".score-actions .btn-hand").click();
        assertThat(page.locator("[data-form][data-ready=yes]")).isVisible();
        var inputs = page.locator(".score-decision .fjs-form-field-number input");
        for (int at = 0; at < inputs.count(); at++) {
            inputs.nth(at).fill("10.1");
            inputs.nth(at).blur();
        }
        assertThat(page.locator("[data-score-sum]")).hasText("合计 60.60 分");
        page.locator(".score-decision input[type=radio]").first().check();
        page.locator(".score-decision textarea").fill("目标清晰，任务可行，建议支持。");
        page.locator(".score-decision textarea").blur();
        assertThat(page.locator("[data-form-state][data-state=saved]")).isVisible();
        pictures(page, "scoring-sheet");
        String before = page.url();
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> !url.equals(before));
        assertThat(page.locator("main")).containsText("待");
        for (ScoreSheet sheet :
                samples.sheets.of(panel.contest(), panel.experts().get(0).account())) {
            if (sheet.isOpen()) {
                samples.submit(panel, 0, sheet.number(), 90);
            }
        }
        String sheet = page.url();
        page.keyboard().press("k");
        page.waitForURL(url -> !url.equals(sheet));
        samples.finish(panel, 0);

        page.navigate(address("/scoring/" + panel.key() + "/discussion"));
        pictures(page, "discussion-closed");
        beans.getBean(ScoreDiscussion.class)
                .open(panel.contest(), panel.experts().get(0));
        page.reload();
        assertThat(page.locator("main")).containsText("专家2");
        pictures(page, "discussion-open");
        samples.complete(
                panel,
                ContestProcess.LEAD_DISCUSSION,
                panel.experts().get(0),
                Map.of("decision", "finished", "summary", "合议充分"));
        samples.runJobs();

        Page officers = signedIn(panel.officer());
        officers.navigate(address("/contests/" + panel.key() + "/ranking?places=2"));
        officers.locator("details summary").first().click();
        pictures(officers, "ranking");
    }

    private void pictures(Page page, String name) {
        for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
            page.setViewportSize(width, 900);
            Browser.assertFitsWidth(page);
            Browser.assertAccessible(page);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(Browser.DESK, 900);
    }

    private Page signedIn(Actor actor) {
        samples.jdbc
                .sql("update account set must_change_password = false where id = :id")
                .param("id", actor.account().value())
                .update();
        Page page = Browser.newPage(Browser.DESK);
        page.setDefaultTimeout(PATIENCE);
        page.navigate(address("/sign-in"));
        page.fill("[name=login]", actor.login());
        page.fill("[name=password]", People.PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
