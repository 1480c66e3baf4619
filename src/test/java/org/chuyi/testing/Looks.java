package org.chuyi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Browser.DESK;
import static org.chuyi.testing.Browser.PHONE;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens pages as a person, or signed out, and looks at them at the desk and on the phone. */
public final class Looks implements AutoCloseable {

    private static final double PATIENCE = 20_000;
    private static final int HEIGHT = 900;

    private final String origin;
    private final JdbcClient jdbc;
    private final Map<String, Page> pages = new HashMap<>();

    public Looks(int port, JdbcClient jdbc) {
        Browser.require();
        this.origin = "http://localhost:" + port;
        this.jdbc = jdbc;
    }

    /** What everybody may see, without an account. */
    public void atPublic(String path, String name, String... words) {
        open(publicPage(), path, name, words);
    }

    public void at(Actor reader, String path, String name, String... words) {
        open(page(reader), path, name, words);
    }

    public Page publicPage() {
        return pages.computeIfAbsent("", nobody -> fresh());
    }

    public Page page(Actor reader) {
        return pages.computeIfAbsent(reader.login(), login -> signedIn(reader));
    }

    public String address(String path) {
        return origin + path;
    }

    /** Pictures of what the page shows now, and that it says so, fits, and can be read by everybody. */
    public static void look(Page page, String name, String... words) {
        assertThat(page.locator("main").innerText()).as(name).contains(words);
        Browser.assertAccessible(page);
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, HEIGHT);
            Browser.picture(page, name + "-" + width);
            Browser.assertFitsWidth(page);
        }
        page.setViewportSize(DESK, HEIGHT);
    }

    /** A file as its reader gets it, kept beside the pictures so that it can be looked at. */
    public byte[] file(Optional<Actor> reader, String path, String name) throws IOException {
        Page page = reader.map(this::page).orElseGet(this::publicPage);
        APIResponse answer = page.request().get(address(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        return Files.readAllBytes(Files.write(pictures.resolve(name), answer.body()));
    }

    private void open(Page page, String path, String name, String... words) {
        assertThat(page.navigate(address(path)).status()).as(path).isEqualTo(200);
        if (path.startsWith("/tasks/")) {
            page.waitForSelector("[data-ready]");
            page.locator(".application-panel").first().waitFor();
        }
        look(page, name, words);
    }

    private Page signedIn(Actor reader) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", reader.account().value())
                .update();
        Page page = fresh();
        page.navigate(address("/sign-in"));
        page.fill("#login", reader.login());
        page.fill("#password", People.PASSWORD);
        page.locator("form[action='/sign-in'] button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static Page fresh() {
        Page page = Browser.newPage(DESK);
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    @Override
    public void close() {
        pages.values().forEach(page -> page.context().close());
    }
}
