package org.chuyi.organisation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.testing.ApiCaller;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DeputiesApiTest {

    private static final String PATH = "/api/v1/me/deputies";

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor principal;
    Actor colleague;
    ApiCaller hers;
    ApiCaller deputys;

    @BeforeEach
    void twoColleagues() {
        clock.set(MovableClock.START);
        principal = people.cityReviewer(People.LOUDI);
        colleague = people.cityReviewer(People.LOUDI);
        hers = calling(principal);
        deputys = calling(colleague);
    }

    @Test
    void aDeputyIsNamedSeenByBothAndEndedByWhoeverNamedHer() {
        assertThat(hers.get(PATH).json().at("/candidates").findValuesAsText("account"))
                .contains(String.valueOf(colleague.account().value()))
                .doesNotContain(String.valueOf(principal.account().value()));

        var named = hers.send("POST", PATH, naming(colleague, "2026-03-09", "2026-03-13"));
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.text("/items/0/deputy")).isEqualTo(colleague.name());
        assertThat(named.text("/items/0/state")).isEqualTo("TO_COME");
        assertThat(named.at("/items/0/mine").asBoolean()).isTrue();
        var repeated = hers.send("POST", PATH, naming(colleague, "2026-03-09", "2026-03-13"));
        assertThat(repeated.status()).isEqualTo(422);
        assertThat(repeated.text("/code")).isEqualTo("ANOTHER_ALREADY");

        clock.set(MovableClock.at("2026-03-09T00:00"));
        var seen = deputys.get(PATH).at("/items/0");
        assertThat(seen.at("/state").asText()).isEqualTo("IN_FORCE");
        assertThat(seen.at("/mine").asBoolean(true)).isFalse();
        String line = PATH + "/" + seen.at("/id").asLong();
        assertThat(deputys.send("DELETE", line, "").status()).isEqualTo(404);
        assertThat(hers.send("DELETE", line, "").status()).isEqualTo(204);
        assertThat(hers.send("DELETE", line, "").status()).isEqualTo(404);
        assertThat(hers.get(PATH).text("/items/0/state")).isEqualTo("ENDED");
    }

    @Test
    void whoIsNoColleagueIsRefusedWithTheReason() {
        var stranger = people.cityReviewer(People.ZHUZHOU);

        var refused = hers.inEnglish().send("POST", PATH, naming(stranger, "2026-03-09", "2026-03-13"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/invalid-answers");
        assertThat(refused.text("/code")).isEqualTo("NOT_OF_THIS_ORGANISATION");
        assertThat(refused.text("/detail")).doesNotContain(stranger.name());
        assertThat(hers.send("POST", PATH, Map.of("deputy", 1)).status()).isEqualTo(400);
        assertThat(new ApiCaller(port, "").get(PATH).status()).isEqualTo(401);
        assertThat(hers.get(PATH).at("/items")).isEmpty();
    }

    private static Map<String, Object> naming(Actor deputy, String from, String to) {
        return Map.of("deputy", deputy.account().value(), "firstDay", from, "lastDay", to, "reason", "参加培训");
    }

    private ApiCaller calling(Actor actor) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", actor.account().value())
                .update();
        return new ApiCaller(port, tokens.create(actor, "test"));
    }
}
