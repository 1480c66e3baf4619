package org.chuyi.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.chuyi.testing.Browser;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(Gallery.class)
class FormIslandTest {

    private static final String LOGIC = "textarea[id*=f8]";
    private static final String KEPT = "Object.keys(localStorage).filter(key => key.startsWith('chuyi.draft')).length";

    @LocalServerPort
    int port;

    BrowserContext context;

    @BeforeEach
    void browser() {
        Browser.require();
        context = Browser.newContext(Browser.DESK);
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void whatIsTypedIsSavedWithoutPressingAnything() {
        var page = form();
        page.waitForResponse(
                response -> response.request().method().equals("PUT") && response.ok(),
                () -> page.fill(LOGIC, "围绕轨道交通装备产业链。"));
        assertThat(page.locator("[data-form-state]")).hasAttribute("data-state", "saved");
        assertThat(page.locator("[data-form-state]")).containsText("已保存 09:00:00");
        assertThat(form().inputValue(LOGIC)).isEqualTo("围绕轨道交通装备产业链。");
    }

    @Test
    void secondWindowIsToldAndOverwritesNothing() {
        var first = form();
        var second = form();
        save(first, "第一个窗口的内容");
        second.fill(LOGIC, "第二个窗口的内容");
        assertThat(second.locator("[data-form-conflict]")).containsText("王海燕");
        assertThat(form().inputValue(LOGIC)).isEqualTo("第一个窗口的内容");

        second.click("[data-form-conflict] .btn-primary");
        assertThat(second.locator("[data-form-compare]")).containsText("第二个窗口的内容");
        assertThat(second.locator("[data-form-compare]")).containsText("第一个窗口的内容");
        assertThat(second.inputValue(LOGIC)).isEqualTo("第一个窗口的内容");
        Browser.picture(second, "form-conflict-1440");
        Browser.assertAccessible(second);
    }

    @Test
    void brokenLineKeepsTheTextAndSavesItWhenItIsBack() {
        var page = form();
        context.setOffline(true);
        page.fill(LOGIC, "断网时写下的内容");
        assertThat(page.locator("[data-form-state]")).hasAttribute("data-state", "lost");
        assertThat(page.evaluate(KEPT)).isEqualTo(1);
        context.setOffline(false);
        assertThat(page.locator("[data-form-state]")).hasAttribute("data-state", "saved");
        page.waitForCondition(() -> page.evaluate(KEPT).equals(0));
        assertThat(form().inputValue(LOGIC)).isEqualTo("断网时写下的内容");
    }

    @Test
    void problemsFoundByTheBrowserAreListedWithLinksToTheirFields() {
        var page = form();
        page.click("[data-form-submit]");
        page.click("#ask-yes");
        assertThat(page.locator("[data-form-problems]")).containsText("统一社会信用代码 请填写此项");
        page.click("[data-form-problems] a:has-text('统一社会信用代码')");
        assertThat(page.locator("input[id*=f2]")).isFocused();
    }

    @Test
    void problemsFoundByTheServerAreShownAtTheirFields() {
        var page = form();
        page.fill("input[id*=f2]", "12430000444877402X");
        page.fill("input[id*=f3]", "12");
        page.fill("input[id*=f4]", "3000");
        page.click("label:has-text('是') >> nth=0");
        page.click("[id*=f6]");
        page.click("text=公办");
        page.check("input[id*=f10]");
        page.check("input[type=radio][value=yes], [id*=f7-0] >> nth=0");
        page.click("[data-form-submit]");
        page.click("#ask-yes");
        assertThat(page.locator("[data-form-problems]")).containsText("专业目录中没有此代码");
        assertThat(page.locator(".fjs-form-field-error:has-text('应不少于 100 亩')")).hasCount(1);
        assertThat(page.locator(".fjs-form-field-error:has-text('专业目录中没有此代码')")).hasCount(1);
        Browser.picture(page, "form-problems-1440");
    }

    private void save(Page page, String text) {
        page.fill(LOGIC, text);
        page.waitForResponse(
                response -> response.request().method().equals("PUT") && response.ok(),
                () -> page.click("[data-form-keep]"));
    }

    private Page form() {
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/gallery/island?as=APPLICANT");
        page.waitForSelector("[data-form][data-ready]");
        return page;
    }
}
