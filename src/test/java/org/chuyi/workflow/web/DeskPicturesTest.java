package org.chuyi.workflow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.opinion.OpinionTemplates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk of a city reviewer in a browser: many at once, templates, a draft that is kept. */
@IntegrationTest
class DeskPicturesTest {

    private static final String OTHER_OF_LOUDI = "涟源市工贸职业中等专业学校";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    OpinionTemplates opinions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Submission submission;
    Actor reviewer;

    @BeforeEach
    void aReviewerWhoMayEnter() {
        Browser.require();
        submission = new Submission(walk, people, rounds.justOpened());
        reviewer = people.cityReviewer(LOUDI);
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", reviewer.account().value())
                .update();
        jdbc.sql("delete from opinion_template where organisation_id = :id")
                .param("id", reviewer.organisation().value())
                .update();
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @Test
    void manyAreChosenLookedAtDoneAndToldLineByLine() {
        var numbers = List.of(
                submission.by(OF_LOUDI), submission.by(OF_LOUDI, "culture-base"), submission.by(OTHER_OF_LOUDI));
        Page page = signedIn(DESK);
        String list = "/inbox?occasion=" + submission.round().code().value();
        page.navigate(address(list));
        page.locator("#bulk button").click();
        assertThat(page.locator(".flash-problem")).containsText("还没有选择事项");
        assertThat(page.locator("td.check input")).hasCount(3);

        page.locator("td.check input").first().check();
        assertThat(page.locator("[data-ticked]")).hasText("1");
        page.locator("[data-tick-all]").check();
        assertThat(page.locator("[data-ticked]")).hasText("3");
        look(page, "inbox-bulk");
        page.locator("#bulk button").click();

        assertThat(page.locator("main")).containsText("将办理 3 件");
        page.locator("[data-form][data-ready]").waitFor();
        page.getByLabel("推荐", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("textarea[id$=field_opinion]").fill("材料齐全，同意推荐。");
        look(page, "bulk-form");
        page.locator("[data-form-submit]").click();

        assertThat(page.locator(".bulk-preview")).containsText("以下意见将用于 3 件");
        assertThat(page.locator(".bulk-preview")).containsText("材料齐全，同意推荐。");
        look(page, "bulk-preview");
        walk.done(numbers.get(2), people.cityReviewer(LOUDI), Submission.returning());
        page.locator(".bulk-preview .btn-hand").click();
        page.waitForURL(url -> url.contains("/work/"));
        clock.moveBy(Duration.ZERO);
        page.reload();
        page.locator("a:has-text('逐件结果')").click();

        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody tr:has-text('已办理')")).hasCount(2);
        look(page, "bulk-result");
        for (ApplicationNumber number : numbers.subList(0, 2)) {
            assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.FORMAL_CHECK);
        }
        assertThat(applications.get(numbers.get(2)).status()).isEqualTo(ApplicationStatus.RETURNED);
        page.context().close();
    }

    @Test
    void aTemplateGoesIntoTheOpinionAndTheDraftIsThereAgain() {
        opinions.add(reviewer, "材料齐全，符合条件。", false);
        var task = walk.task(submission.by(OF_LOUDI), reviewer).id();
        Page page = signedIn(DESK);
        page.navigate(address("/account/opinions"));
        page.locator("#text").fill("同意推荐。");
        page.locator("aside input[name=shared]").check();
        page.locator("aside button[type=submit]").click();
        assertThat(page.locator(".opinions > li")).hasCount(2);
        look(page, "opinions");

        page.navigate(address("/tasks/" + task));
        page.locator("[data-form][data-ready]").waitFor();
        var choice = page.locator(".opinion-bar select");
        choice.focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("textarea[id$=field_opinion]")).hasValue("");
        page.waitForResponse(
                response -> response.request().method().equals("PUT") && response.ok(),
                () -> page.keyboard().press("Enter"));
        assertThat(page.locator("textarea[id$=field_opinion]")).hasValue("材料齐全，符合条件。");
        look(page, "task-opinion");

        page.reload();
        page.locator("[data-form][data-ready]").waitFor();
        assertThat(page.locator("textarea[id$=field_opinion]")).hasValue("材料齐全，符合条件。");
        Page colleague = signedIn(DESK, people.cityReviewer(LOUDI));
        colleague.navigate(address("/tasks/" + task));
        colleague.locator("[data-form][data-ready]").waitFor();
        assertThat(colleague.locator("textarea[id$=field_opinion]")).hasValue("");
        colleague.context().close();

        page.getByLabel("推荐", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("[data-form-submit]").click();
        page.waitForURL(url -> !url.contains(task));
        assertThat(jdbc.sql("select count(*) from task_draft where task_id = :task")
                        .param("task", task)
                        .query(Long.class)
                        .single())
                .isZero();
        page.context().close();
    }

    @Test
    void aFilterIsKeptAndTheNextCaseIsTheNextOfItsList() {
        submission.by(OF_LOUDI);
        submission.by(OF_LOUDI, "culture-base");
        submission.by(OTHER_OF_LOUDI);
        String list = "/inbox?occasion=" + submission.round().code().value();
        jdbc.sql("delete from saved_filter where organisation_id = :id")
                .param("id", reviewer.organisation().value())
                .update();
        Page page = signedIn(DESK);
        page.navigate(address(list));
        page.locator(".saved-filters-more summary").click();
        page.fill("#filter-name", "本批次");
        page.locator(".saved-filter-new button").click();
        assertThat(page.locator(".saved-filters nav a.current")).containsText("本批次");
        page.locator(".saved-filters-more summary").click();
        page.locator(".saved-filters-more form[action$='/default'] button").click();
        page.navigate(address("/inbox"));
        assertThat(page).hasURL(address(list));
        page.locator(".saved-filters-more summary").click();
        look(page, "inbox-filters");

        page.locator(".row-link").first().click();
        page.locator("[data-form][data-ready]").waitFor();
        String first = page.url();
        page.locator("h1").click();
        page.keyboard().press("n");
        page.waitForURL(url -> !url.equals(first));
        page.locator("[data-form][data-ready]").waitFor();
        String second = page.url();
        page.getByLabel("推荐", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("textarea[id$=field_opinion]").fill("材料齐全，同意推荐。");
        page.locator("[data-form-submit]").click();
        page.waitForURL(url -> !url.equals(second));
        assertThat(page.locator(".flash-good")).containsText("以下是所选列表的下一件");
        page.locator("[data-form][data-ready]").waitFor();
        look(page, "task-next");
        page.locator("[data-auto-next]").uncheck();
        page.getByLabel("推荐", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("textarea[id$=field_opinion]").fill("材料齐全，同意推荐。");
        page.locator("[data-form-submit]").click();
        page.waitForURL(address(list));
        assertThat(page.locator("tbody tr")).hasCount(1);

        page.keyboard().press("?");
        assertThat(page.locator("#keys")).containsText("在办理页打开下一件");
        look(page, "keys");
        page.keyboard().press("Escape");
        page.navigate(address("/inbox?tab=organisation"));
        look(page, "inbox-organisation");
        page.navigate(address("/inbox/figures"));
        page.locator("details.figure-table summary").first().click();
        assertThat(page.locator("main")).containsText("市州审核");
        look(page, "figures");
        page.context().close();
    }

    private Page signedIn(int width) {
        return signedIn(width, reviewer);
    }

    private Page signedIn(int width, Actor person) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", person.account().value())
                .update();
        Page page = Browser.newPage(width);
        page.navigate(address("/sign-in"));
        page.fill("#login", person.login());
        page.fill("#password", People.PASSWORD);
        page.locator("form[action='/sign-in'] button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static void look(Page page, String name) {
        for (int width : new int[] {PHONE, DESK}) {
            page.setViewportSize(width, 900);
            Browser.picture(page, "desk-" + name + "-" + width);
            Browser.assertFitsWidth(page);
            Browser.assertAccessible(page);
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
