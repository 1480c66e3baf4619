package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
@Import(PeopleWhoSignIn.class)
class TooManyRequestsTest {

    private static final String OFFICE = "203.0.113.7";
    private static final String ELSEWHERE = "203.0.113.8";

    @Autowired
    MockMvc browser;

    @Autowired
    LimitSettings settings;

    @Autowired
    PeopleWhoSignIn people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MovableClock clock;

    @AfterEach
    void everythingHasComeBack() {
        clock.set(MovableClock.START.plusSeconds(3600));
        clock.set(MovableClock.START);
    }

    @Test
    void failedSignInsFromOneAddressAreHeldUpButNotThoseWhoGetIn() throws Exception {
        var reviewer = people.reviewer().login();
        assertThat(signIn(OFFICE, reviewer, PeopleWhoSignIn.PASSWORD).getRedirectedUrl())
                .isEqualTo("/");
        for (int failure = 0; failure < settings.failedSignIns(); failure++) {
            assertThat(signIn(OFFICE, "nobody" + failure, "Wrong-horse-99").getRedirectedUrl())
                    .isEqualTo("/sign-in?failed");
        }

        var refused = signIn(OFFICE, reviewer, PeopleWhoSignIn.PASSWORD);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("6");
        assertThat(signIn(ELSEWHERE, reviewer, PeopleWhoSignIn.PASSWORD).getRedirectedUrl())
                .isEqualTo("/");
        clock.set(MovableClock.START.plusSeconds(6));
        assertThat(signIn(OFFICE, reviewer, PeopleWhoSignIn.PASSWORD).getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void oneConnectionWithManyAddressesIsOne() throws Exception {
        for (int search = 0; search < settings.searches(); search++) {
            assertThat(call("2001:db8:1:2::" + Integer.toHexString(search), get("/search?q=x"))
                            .getStatus())
                    .isEqualTo(200);
        }
        assertThat(call("2001:db8:1:2:ffff::1", get("/search?q=x")).getStatus()).isEqualTo(429);
        assertThat(call("2001:db8:1:3::1", get("/search?q=x")).getStatus()).isEqualTo(200);
    }

    @Test
    void callsWithOneTokenAreHeldUpAndThoseWithAnotherAreNot() throws Exception {
        var clerk = people.reviewer();
        var token = tokens.create(clerk, "busy");
        for (int called = 0; called < settings.apiCalls(); called++) {
            assertThat(api(OFFICE, token, "zh").getStatus()).isEqualTo(200);
        }

        var refused = api(OFFICE, token, "en");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("/problems/too-many-requests", "Please come back after")
                .doesNotContain(clerk.login());
        assertThat(api(ELSEWHERE, token, "zh").getContentAsString(StandardCharsets.UTF_8))
                .contains("请求过于频繁");
        assertThat(api(OFFICE, tokens.create(clerk, "calm"), "zh").getStatus()).isEqualTo(200);
    }

    @Test
    void guessedTokensFromOneAddressAreHeldUpButNotAGoodOne() throws Exception {
        var address = "203.0.113.9";
        var good = tokens.create(people.reviewer(), "good");
        for (int guess = 0; guess < settings.apiCalls(); guess++) {
            assertThat(api(address, "chuyi_" + UUID.randomUUID(), "zh").getStatus())
                    .isEqualTo(401);
        }
        assertThat(api(address, "chuyi_" + UUID.randomUUID(), "zh").getStatus()).isEqualTo(429);
        assertThat(call(address, get("/api/v1/rounds")).getStatus()).isEqualTo(429);
        assertThat(api(address, good, "zh").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse signIn(String address, String login, String password) throws Exception {
        return call(
                address,
                post("/sign-in")
                        .param("login", login)
                        .param("password", password)
                        .with(csrf()));
    }

    private MockHttpServletResponse api(String address, String token, String language) throws Exception {
        return call(
                address,
                get("/api/v1/me").header("Authorization", "Bearer " + token).header("Accept-Language", language));
    }

    private MockHttpServletResponse call(String address, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                }))
                .andReturn()
                .getResponse();
    }
}
