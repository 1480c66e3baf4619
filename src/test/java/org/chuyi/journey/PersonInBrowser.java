package org.chuyi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.chuyi.testing.Browser;

/** One person at her own browser. */
final class PersonInBrowser implements AutoCloseable {

    private static final Pattern NOT_SIGN_IN = Pattern.compile("^(?!.*/sign-in).*$");

    private static final double PATIENCE = 15_000;

    private final String origin;
    private final Page page = Browser.newPage(DESK);

    PersonInBrowser(int port) {
        page.setDefaultTimeout(PATIENCE);
        origin = "http://localhost:" + port;
    }

    PersonInBrowser signIn(String login, String password) {
        open("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", password);
        page.click("main form button[type=submit]");
        assertThat(page).hasURL(NOT_SIGN_IN);
        return this;
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(origin + path);
    }

    String path() {
        return page.url().substring(origin.length());
    }

    Locator see(String selector) {
        return page.locator(selector);
    }

    /** Follows the first link or presses the button in the page that says so. */
    void press(String words) {
        var main = page.locator("main");
        main.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .or(main.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true)))
                .first()
                .click();
    }

    /** Answers the question that the page asks before it goes on. */
    void agree() {
        page.click("#ask-yes");
    }

    void reads(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("body")).containsText(text);
        }
    }

    /** Looks at the page: nothing serious found by axe, and a picture of it. */
    void looksAt(String name) {
        Browser.picture(page, "journey-" + name + "-" + DESK);
        Browser.assertAccessible(page);
    }

    /** The same, and on a phone nothing is cut off at the side. */
    void looksAtOnBoth(String name) {
        looksAt(name);
        page.setViewportSize(PHONE, 844);
        Browser.picture(page, "journey-" + name + "-" + PHONE);
        Browser.assertFitsWidth(page);
        Browser.assertAccessible(page);
        page.setViewportSize(DESK, 900);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
