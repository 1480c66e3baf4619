package org.chuyi.review.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.Browser;
import org.chuyi.testing.People;

/** A person signed in at browsers of different widths. */
final class BrowsingReviewer implements AutoCloseable {

    private static final double PATIENCE = 20_000;

    private final String origin;
    private final Actor actor;
    private final List<BrowserContext> contexts = new ArrayList<>();

    BrowsingReviewer(int port, Actor actor) {
        this.origin = "http://localhost:" + port;
        this.actor = actor;
    }

    Page open(int width, String path) {
        var context = Browser.newContext(width);
        contexts.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(origin + "/sign-in");
        page.fill("[name=login]", actor.login());
        page.fill("[name=password]", People.PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(origin + path);
        return page;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }
}
