package org.chuyi.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.audit.AuditLine;
import org.chuyi.audit.AuditLines;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.review.RecommendationScene;
import org.chuyi.testing.Browser;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class RecommendationPageTest extends RecommendationScene {

    @Autowired
    MockMvc browser;

    @Autowired
    AuditLines audit;

    @LocalServerPort
    int port;

    @Test
    void theBodyRanksAndListsAndEveryChangeIsSavedAtOnce() throws Exception {
        var first = agreed(SECONDARY);
        var second = agreed(SECONDARY);
        windowCloses();
        assertThat(page(reviewer)).contains("0 / 1").contains("名额已用").contains(first.value());

        String answer = placed(second + "|true|1", 200);

        assertThat(answer).contains("1 / 1").contains("列入推荐，第 1 位").doesNotContain("<html");
        assertThat(order(reviewer, SECONDARY)).containsExactly(second.value(), "|", first.value());
        assertThat(placed(first + "|true|1", 422)).contains("1 个推荐名额已经用完").contains("1 / 1");
        assertThat(lines("recommendation.listed")).hasSize(1);
    }

    @Test
    void theLaterWindowGetsTheNewestOrderAndIsToldWhy() throws Exception {
        var first = agreed(SECONDARY);
        windowCloses();
        int seen = view(reviewer).list().revision();
        listed(first);

        String answer = body(place(first + "|false|1", seen).header("HX-Request", "true"), reviewer, 422);

        assertThat(answer).contains("没有保存").contains(reviewer.name()).contains("data-revision=\"" + (seen + 1));
        assertThat(order(reviewer, SECONDARY)).containsExactly(first.value(), "|");
    }

    @Test
    void whoSealsTheListHasTheOperationsOnItsTask() throws Exception {
        people.cityReviewer(People.CHANGSHA);
        agreed(SECONDARY);
        windowCloses();
        String page = body(get("/recommendations/" + list(reviewer)), reviewer, 200);

        assertThat(page).contains("popovertarget=\"operation-claim\"", "/operations/copy\"");
        assertThat(page)
                .as("to whom a list may be copied that nobody else may see yet")
                .doesNotContain("湖南省教育厅 · ");
        sealed();
        String accepting = inbox.openTaskOf(list(reviewer).toString(), officer)
                .orElseThrow()
                .id();
        assertThat(body(get("/tasks/" + accepting), officer, 200)).contains("长沙市教育局 · ");
    }

    @Test
    void withoutScriptTheButtonsWorkAndTheReasonStandsOnThePage() throws Exception {
        var first = agreed(SECONDARY);
        windowCloses();
        int seen = view(reviewer).list().revision();

        browser.perform(place(first + "|true|1", seen).with(as(reviewer)).with(csrf()))
                .andExpect(redirectedUrl("/recommendations/" + list(reviewer)));
        browser.perform(place(first + "|false|1", seen).with(as(reviewer)).with(csrf()))
                .andExpect(flash().attribute("flashProblem", org.hamcrest.Matchers.containsString("现显示最新的排序")));
    }

    @Test
    void whoMayNotReadAListIsNotToldThatItExists() throws Exception {
        var number = agreed(SECONDARY);
        windowCloses();
        var leader = people.in(people.organisation("湖南省教育厅"), Role.PROVINCIAL_LEADER);
        var strangers = List.of(
                people.cityReviewer(People.ZHUZHOU),
                labourReviewer,
                people.in(people.organisation("湖南省财政厅"), Role.PROVINCIAL_OFFICER),
                officer,
                leader);

        for (Actor stranger : strangers) {
            for (String path : List.of("", "/panel")) {
                String known = body(get("/recommendations/" + list(reviewer) + path), stranger, 404);
                String unknown = body(get("/recommendations/2026-999.recommendation.1" + path), stranger, 404);
                assertThat(known).isEqualTo(unknown).doesNotContain(number.value());
            }
            body(post("/recommendations/" + list(reviewer) + "/summary").with(csrf()), stranger, 404);
        }
        body(place(number + "|true|1", 0), people.cityReviewer(People.ZHUZHOU), 404);
        sealed();
        assertThat(body(get("/recommendations/" + list(reviewer)), leader, 200)).contains(number.value());
        body(get("/recommendations/" + list(reviewer)), labourReviewer, 404);
        body(place(number + "|true|1", 0), officer, 403);
    }

    @Test
    void theProvinceSeesThatAListIsBeingRankedAndNotHow() throws Exception {
        var number = agreed(SECONDARY);
        windowCloses();
        listed(number);

        assertThat(lists(officer))
                .contains(reviewer.organisationName())
                .contains("排序中")
                .doesNotContain("/recommendations/" + list(reviewer));
        assertThat(reading.of(round.code(), officer).get(0).listed()).isZero();
        sealed();
        assertThat(lists(officer)).contains("已报送").contains("接收或退回").contains("/tasks/");
        assertThat(lists(people.cityReviewer(People.ZHUZHOU))).doesNotContain(reviewer.organisationName() + "</a>");
    }

    @Test
    void aSealedListIsReadOnly() throws Exception {
        var number = agreed(SECONDARY);
        windowCloses();
        listed(number);
        int seen = view(reviewer).list().revision();
        assertThat(page(reviewer)).contains("name=\"place\"").contains("报送推荐名单");

        browser.perform(post("/recommendations/" + list(reviewer) + "/seal")
                        .param("revision", String.valueOf(seen))
                        .with(as(reviewer))
                        .with(csrf()))
                .andExpect(flash().attribute("flash", "推荐名单已报送省教育厅。"));

        assertThat(page(reviewer)).doesNotContain("name=\"place\"").contains("只能由省教育厅整体退回");
        assertThat(placed(number + "|false|1", 422)).contains("已经报送，不能再改");
        assertThat(page(officer)).contains("接收或退回");
    }

    @Test
    void theUndecidedAreNamedAndTheListCannotBeSealed() throws Exception {
        agreed(SECONDARY);
        var open = filed(school("SECONDARY_SCHOOL"), SECONDARY);
        windowCloses();

        assertThat(page(reviewer)).contains(open.value()).contains("还有 1 份申报没有审结");
        browser.perform(post("/recommendations/" + list(reviewer) + "/seal")
                        .param("revision", "0")
                        .with(as(reviewer))
                        .with(csrf()))
                .andExpect(flash().attribute("flashProblem", org.hamcrest.Matchers.containsString(open.value())));
    }

    @Test
    void everyTextIsThereInEnglish() throws Exception {
        agreed(SECONDARY);
        agreed(PER_CITY);
        windowCloses();

        assertThat(body(get("/recommendations/" + list(reviewer) + "?lang=en"), reviewer, 200))
                .contains("places used")
                .contains("exactly 1 for each city")
                .doesNotContain("??");
        assertThat(body(get("/recommendations?lang=en&round=" + round.code()), officer, 200))
                .contains("Being ranked")
                .doesNotContain("??");
    }

    @Test
    void theSummarySheetHasASheetForEachProgrammeInOrderOfRankAndIsRecorded() throws Exception {
        var culture = agreed(CULTURE);
        var first = agreed(SECONDARY);
        var left = agreed(SECONDARY);
        windowCloses();
        listed(culture);
        listed(first);

        var answer = browser.perform(post("/recommendations/" + list(reviewer) + "/summary")
                        .with(as(reviewer))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();

        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "summary.xlsx"), answer.getContentAsByteArray());
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("楚怡文化传承基地", "楚怡优秀中职学校");
            var sheets = book.getSheets().toList();
            var cells = cells(sheets.get(1));
            assertThat(cells.get(0)).contains("推荐汇总表（草稿，尚未报送）");
            assertThat(cells.get(1)).contains("推荐单位（盖章）：" + reviewer.organisationName());
            assertThat(cells.get(2)).startsWith("推荐排序|申报编号|申报单位|项目名称");
            assertThat(cells.get(3)).startsWith("1|" + first.value()).contains("|楚怡优秀中职学校|中职|");
            assertThat(String.join("", cells)).doesNotContain(left.value());
            assertThat(cells(sheets.get(0)).get(3)).startsWith("1|" + culture.value());
        }
        assertThat(answer.getHeader("Content-Disposition")).contains(".xlsx");
        assertThat(lines("recommendation.exported")).singleElement().satisfies(line -> assertThat(line.details())
                .containsEntry("lines", 2));
    }

    @Test
    void thePageAsksTheDatabaseTheSameHoweverLongTheList() throws Exception {
        agreed(SECONDARY);
        windowCloses();
        page(reviewer);
        int few = Statements.during(() -> page(reviewer)).size();
        int fewLists = Statements.during(() -> lists(officer)).size();
        jdbc.sql("""
                        insert into recommendation (number, list_key, programme_code, rank)
                        select a.number, :key, 'culture-base', row_number() over (order by a.number)
                        from project_application a where a.number not in (select number from recommendation) limit 10""").param("key", list(reviewer).toString()).update();

        assertThat(Statements.during(() -> page(reviewer))).hasSize(few);
        assertThat(few).isLessThanOrEqualTo(20);
        assertThat(fewLists).isLessThanOrEqualTo(20);
    }

    @Test
    void rowsAreDraggedAndMovedByKeyboardInARealBrowser() throws Exception {
        var first = agreed(SECONDARY);
        var second = agreed(SECONDARY);
        var third = agreed(SECONDARY);
        var perCity = agreed(PER_CITY);
        var undecided = filed(school("SECONDARY_SCHOOL"), SECONDARY);
        windowCloses();
        Browser.require();
        jdbc.sql("update account set must_change_password = false where id in (:ids)")
                .param(
                        "ids",
                        List.of(reviewer.account().value(), officer.account().value()))
                .update();

        try (var person = new BrowsingReviewer(port, reviewer)) {
            var page = person.open(Browser.DESK, "/recommendations/" + list(reviewer));
            page.locator("#row-" + third)
                    .dragTo(page.locator("[data-ranking='secondary-school'] [data-rows=true] .ranking-none"));
            page.locator("[data-rows=true] #row-" + third).waitFor();
            assertThat(order(reviewer, SECONDARY)).containsExactly(third.value(), "|", first.value(), second.value());

            page.locator("#row-" + second).focus();
            page.keyboard().press("Alt+ArrowUp");
            page.locator("#said")
                    .getByText("未列入推荐")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            assertThat(order(reviewer, SECONDARY)).containsExactly(third.value(), "|", second.value(), first.value());
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("row-" + second);
            assertThat(page.locator("#list-" + first).isDisabled()).isTrue();
            Browser.picture(page, "recommendation-1440");
            Browser.assertFitsWidth(page);
            Browser.assertAccessible(page);

            var phone = person.open(Browser.PHONE, "/recommendations/" + list(reviewer));
            Browser.picture(phone, "recommendation-390");
            Browser.assertFitsWidth(phone);
            Browser.assertAccessible(phone);
        }
        withdraw(undecided);
        listed(perCity);
        try (var person = new BrowsingReviewer(port, reviewer)) {
            var page = person.open(Browser.DESK, "/recommendations/" + list(reviewer));
            page.locator(".sealing button").click();
            Browser.picture(page, "recommendation-asked-1440");
            page.click("#ask-yes");
            page.locator(".flash-good").waitFor();
            assertThat(view(reviewer).list().isDraft()).isFalse();
            Browser.picture(page, "recommendation-sealed-1440");
            Browser.assertAccessible(page);
        }
        try (var person = new BrowsingReviewer(port, officer)) {
            for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
                var page = person.open(width, "/recommendations?round=" + round.code());
                Browser.picture(page, "recommendations-" + width);
                Browser.assertFitsWidth(page);
                Browser.assertAccessible(page);
            }
        }
    }

    @Test
    void theProvinceAnswersBesideTheSealedList() throws Exception {
        var number = agreed(SECONDARY);
        agreed(SECONDARY);
        windowCloses();
        listed(number);
        sealed();
        Browser.require();
        jdbc.sql("update account set must_change_password = false where id in (:ids)")
                .param(
                        "ids",
                        List.of(reviewer.account().value(), officer.account().value()))
                .update();

        try (var person = new BrowsingReviewer(port, officer)) {
            var task = inbox.openTaskOf(list(reviewer).toString(), officer).orElseThrow();
            for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
                var page = person.open(width, "/tasks/" + task.id());
                page.waitForSelector("[data-ready]");
                page.locator(".ranking-panel").waitFor();
                PlaywrightAssertions.assertThat(
                                page.locator(".ranking-rows > li").first())
                        .hasCSS("display", "grid");
                Browser.picture(page, "recommendation-task-" + width);
                Browser.assertFitsWidth(page);
                Browser.assertAccessible(page);
            }
        }
    }

    private static List<String> cells(Sheet sheet) throws java.io.IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .collect(Collectors.joining("|")))
                    .toList();
        }
    }

    private List<AuditLine> lines(String action) {
        return audit.about("recommendation", list(reviewer).toString()).stream()
                .filter(line -> line.action().equals(action))
                .toList();
    }

    private MockHttpServletRequestBuilder place(String place, int revision) {
        return post("/recommendations/" + list(reviewer) + "/place")
                .param("place", place)
                .param("revision", String.valueOf(revision));
    }

    private String placed(String place, int expected) throws Exception {
        return body(place(place, view(reviewer).list().revision()).header("HX-Request", "true"), reviewer, expected);
    }

    private String page(Actor actor) throws Exception {
        return body(get("/recommendations/" + list(reviewer)), actor, 200);
    }

    private String lists(Actor actor) throws Exception {
        return body(get("/recommendations").param("round", round.code().value()), actor, 200);
    }

    private String body(MockHttpServletRequestBuilder request, Actor actor, int expected) throws Exception {
        return browser.perform(request.with(as(actor)).with(csrf()))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor as(Actor actor) {
        return authentication(CurrentActor.authentication(new SignedIn(actor, false, false)));
    }
}
