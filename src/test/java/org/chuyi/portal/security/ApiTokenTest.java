package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiToken;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@Import(PeopleWhoSignIn.class)
class ApiTokenTest {

    /** Not there: with a good token the answer is 404, without one 401. */
    private static final String NOWHERE = "/api/v1/nowhere";

    @LocalServerPort
    int port;

    @Autowired
    PeopleWhoSignIn people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Actor reviewer;

    @BeforeEach
    void person() {
        reviewer = people.reviewer();
    }

    @AfterEach
    void timeAsItWas() {
        clock.set(MovableClock.START);
    }

    @Test
    void tokenSpeaksForThePersonAndHerOrganisation() {
        var token = tokens.create(reviewer, "教务系统");

        assertThat(token).startsWith("chuyi_").hasSize(49);
        assertThat(tokens.signIn(token)).contains(new SignedIn(reviewer, false, false));
        assertThat(call("Bearer " + token).statusCode()).isEqualTo(404);
    }

    @Test
    void tokenItselfIsStoredNowhere() {
        var token = tokens.create(reviewer, "教务系统");

        assertThat(jdbc.sql("select api_token::text from api_token where account_id = :id")
                        .param("id", reviewer.account().value())
                        .query(String.class)
                        .single())
                .doesNotContain(token, token.substring(6));
    }

    @Test
    void callWithoutAGoodTokenIsAProblem() {
        for (String header : new String[] {"Bearer chuyi_wrong", "Bearer " + reviewer.login(), "Basic Y2l0eTp4", ""}) {
            var refused = header.isEmpty() ? new Visitor(port).get(NOWHERE) : call(header);
            if (header.isEmpty()) {
                assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
            }
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(refused.body())
                    .contains("\"title\":\"未登录\"", "\"status\":401", "\"instance\":\"" + NOWHERE + "\"");
        }
        assertThat(new Visitor(port).get(NOWHERE, "Accept-Language", "en").body())
                .contains("Not signed in");
    }

    @Test
    void sessionOfThePortalIsNoTokenForTheApi() {
        var visitor = new Visitor(port);
        visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);

        assertThat(visitor.get(NOWHERE).statusCode()).isEqualTo(401);
    }

    @Test
    void revokedTokenAndTokenOfADisabledAccountAreWorthNothing() {
        var revoked = tokens.create(reviewer, "一");
        var left = tokens.create(reviewer, "二");
        long first = tokens.of(reviewer.account()).stream()
                .filter(token -> token.name().equals("一"))
                .findFirst()
                .orElseThrow()
                .id();
        tokens.revoke(people.reviewer(), first);
        assertThat(tokens.signIn(revoked)).as("another person cannot revoke it").isPresent();

        tokens.revoke(reviewer, first);
        assertThat(tokens.signIn(revoked)).isEmpty();
        assertThat(tokens.signIn(left)).isPresent();

        accounts.disable(reviewer.account(), people.with(Role.SECURITY_ADMINISTRATOR));
        assertThat(tokens.signIn(left)).isEmpty();
    }

    @Test
    void useIsNotedOnceAMinute() {
        var token = tokens.create(reviewer, "教务系统");
        assertThat(lastUse()).isNull();
        tokens.signIn(token);
        assertThat(lastUse()).isEqualTo(MovableClock.START);
        clock.set(MovableClock.START.plus(Duration.ofSeconds(59)));
        tokens.signIn(token);
        assertThat(lastUse()).isEqualTo(MovableClock.START);
        clock.set(MovableClock.START.plus(Duration.ofSeconds(60)));
        tokens.signIn(token);
        assertThat(lastUse()).isEqualTo(MovableClock.START.plus(Duration.ofSeconds(60)));
    }

    @Test
    void tokenIsShownOnceOnThePageOfTheAccount() {
        var visitor = new Visitor(port);
        visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);

        var created = visitor.post("/account", "/account/tokens", "name", "教务系统");

        var shown = Pattern.compile("chuyi_[A-Za-z0-9_-]{43}").matcher(created.body());
        assertThat(shown.find()).isTrue();
        assertThat(tokens.signIn(shown.group())).isPresent();
        assertThat(visitor.get("/account").body()).contains("教务系统").doesNotContain("chuyi_");
        long id = tokens.of(reviewer.account()).get(0).id();
        visitor.post("/account", "/account/tokens/" + id + "/revoke");
        assertThat(tokens.signIn(shown.group())).isEmpty();
    }

    private Instant lastUse() {
        return tokens.of(reviewer.account()).stream()
                .map(ApiToken::lastUsedAt)
                .findFirst()
                .orElseThrow()
                .orElse(null);
    }

    private HttpResponse<String> call(String authorization) {
        return new Visitor(port).get(NOWHERE, "Authorization", authorization);
    }
}
