package org.chuyi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Chromium for tests, started once for all of them.
 *
 * <p>Where none is installed ({@code CHROMIUM} names one, otherwise the usual places are looked at), browser tests are
 * skipped with a loud line; with {@code CI=true} they fail.
 */
public final class Browser {

    public static final int DESK = 1440;
    public static final int PHONE = 390;

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    /** Milliseconds to wait for what a page is about to show, on a machine that has other work too. */
    private static final double PATIENCE = 20_000;

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static com.microsoft.playwright.Browser running;

    private Browser() {}

    /** Skips the calling test where there is no browser; fails it in CI. */
    public static synchronized void require() {
        if (running != null) {
            return;
        }
        var executable = executable();
        if (executable.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("No Chromium found, and CI=true: browser tests must run here");
            }
            LOG.warn("######## NO CHROMIUM FOUND: BROWSER TESTS ARE SKIPPED. Install one or set CHROMIUM. ########");
            Assumptions.abort("no Chromium found");
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        running = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-default-apps",
                                "--disable-sync",
                                "--no-first-run",
                                "--disable-gpu",
                                "--disable-dev-shm-usage")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /** A fresh person at a window of that width: no cookies, Chinese, Shanghai. Close its context after use. */
    public static Page newPage(int width) {
        return newContext(width).newPage();
    }

    public static BrowserContext newContext(int width) {
        require();
        return running.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setDeviceScaleFactor(width < 600 ? 2 : 1)
                .setHasTouch(width < 600)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Saves {@code target/pictures/<name>.png}, the whole page. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** No serious or critical finding of axe on what is shown now. */
    public static void assertAccessible(Page page) {
        var findings = new AxeBuilder(page)
                        // Without frames in the page itself, not by a second one for each asking: four times as fast.
                        .setLegacyMode(page.frames().size() == 1)
                        .options(violationsAlone())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " " + node.getTarget() + " " + node.getFailureSummary()))
                        .toList();
        assertThat(findings).as("axe findings on %s", page.url()).isEmpty();
    }

    private static AxeRunOptions violationsAlone() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** Nothing may be wider than the window: a phone must not scroll sideways. */
    public static void assertFitsWidth(Page page) {
        var excess = (Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(excess.intValue()).as("pixels too wide on %s", page.url()).isLessThanOrEqualTo(0);
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
