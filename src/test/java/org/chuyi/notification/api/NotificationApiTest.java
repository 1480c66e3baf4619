package org.chuyi.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.testing.ApiCaller;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's messages and how she wants to be told, by the API. */
@IntegrationTest
class NotificationApiTest {

    private static final String MESSAGES = "/api/v1/me/messages";
    private static final String PREFERENCES = "/api/v1/me/notice-preferences";

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Actor reviewer;
    ApiCaller hers;
    ApiCaller others;

    @BeforeEach
    void twoReviewers() {
        reviewer = people.cityReviewer(People.LOUDI);
        hers = calling(reviewer);
        others = calling(people.cityReviewer(People.LOUDI));
    }

    @Test
    void messagesComeByPagesNewestFirstAndOneByOne() {
        told(70);

        List<String> seen = new ArrayList<>();
        var page = hers.get(MESSAGES);
        seen.addAll(page.json().findValuesAsText("link"));
        assertThat(page.at("/items")).hasSize(30);
        while (page.json().hasNonNull("next")) {
            page = hers.get(MESSAGES + "?cursor=" + page.text("/next"));
            seen.addAll(page.json().findValuesAsText("link"));
        }

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 70)
                        .mapToObj(n -> "/tasks/" + (71 - n))
                        .toList());
        assertThat(others.get(MESSAGES).at("/items")).isEmpty();
    }

    @Test
    void eachIsSaidInTheCallersLanguage() {
        told(1);

        var item = hers.get(MESSAGES).at("/items/0");
        assertThat(item.at("/kind").asText()).isEqualTo("TASK");
        assertThat(item.at("/title").asText()).isEqualTo("新的待审申报：机电专业群");
        assertThat(hers.inEnglish().get(MESSAGES).text("/items/0/title"))
                .isNotEqualTo(item.at("/title").asText());
    }

    @Test
    void oneIsReadAndAllUpToOneAreAndNobodyMarksAnothers() {
        told(3);
        var items = hers.get(MESSAGES).at("/items");
        long newest = items.at("/0/id").asLong();
        long oldest = items.at("/2/id").asLong();

        assertThat(others.send("PUT", MESSAGES + "/" + newest + "/read", "").status())
                .isEqualTo(404);
        assertThat(others.send("POST", MESSAGES + "/read", Map.of("upTo", newest))
                        .status())
                .isEqualTo(204);
        assertThat(unread()).hasSize(3);

        assertThat(hers.send("PUT", MESSAGES + "/" + newest + "/read", "").status())
                .isEqualTo(204);
        assertThat(hers.send("PUT", MESSAGES + "/" + newest + "/read", "").status())
                .isEqualTo(204);
        assertThat(unread()).hasSize(2).doesNotContain(String.valueOf(newest));

        assertThat(hers.send("POST", MESSAGES + "/read", Map.of("upTo", oldest)).status())
                .isEqualTo(204);
        assertThat(unread()).containsExactly(String.valueOf(items.at("/1/id").asLong()));
    }

    @Test
    void whatIsOfNoUseIsAProblemAndWithoutATokenThereIsNothing() {
        var cursor = hers.get(MESSAGES + "?cursor=x");
        assertThat(cursor.status()).isEqualTo(400);
        assertThat(cursor.text("/type")).isEqualTo("/problems/invalid-parameter");
        assertThat(hers.send("POST", MESSAGES + "/read", Map.of()).status()).isEqualTo(400);
        assertThat(new ApiCaller(port, "").get(MESSAGES).status()).isEqualTo(401);
        assertThat(new ApiCaller(port, "").get(PREFERENCES).status()).isEqualTo(401);
    }

    @Test
    void preferencesAreReadAndChangedAndRecordedOnce() {
        var before = hers.get(PREFERENCES);
        assertThat(before.json().at("/kinds").findValuesAsText("kind"))
                .contains("TASK", "OVERDUE", "ACCOUNT")
                .doesNotContain("RESULT", "SUPERVISION");
        assertThat(before.text("/quietHours/from")).isEqualTo("22:00");
        assertThat(choice(before, "TASK")).isEqualTo("AT_ONCE");

        var wanted = Map.of("choices", Map.of("TASK", "DIGEST"), "digestHour", 8);
        var changed = hers.send("PUT", PREFERENCES, wanted);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(choice(changed, "TASK")).isEqualTo("DIGEST");
        assertThat(changed.json().hasNonNull("quietHours")).isFalse();
        hers.send("PUT", PREFERENCES, wanted);

        var after = hers.get(PREFERENCES);
        assertThat(after.at("/digestHour").asInt()).isEqualTo(8);
        assertThat(choice(after, "OVERDUE")).isEqualTo("AT_ONCE");
        assertThat(choice(others.get(PREFERENCES), "TASK")).isEqualTo("AT_ONCE");
        assertThat(jdbc.sql("""
                                select count(*) from audit_line
                                where action = 'notice.preferencesChanged' and subject = :login""")
                        .param("login", reviewer.login())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatAKindDoesNotAllowChangesNothing() {
        var refused = hers.inEnglish()
                .send(
                        "PUT",
                        PREFERENCES,
                        Map.of("choices", Map.of("TASK", "DIGEST", "OVERDUE", "IN_APP"), "digestHour", 9));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/kind")).isEqualTo("OVERDUE");
        assertThat(refused.text("/detail")).doesNotContain("??").contains("cannot be set like this");
        assertThat(hers.send("PUT", PREFERENCES, Map.of("choices", Map.of("RESULT", "DIGEST"), "digestHour", 9))
                        .text("/kind"))
                .isEqualTo("RESULT");
        assertThat(hers.send("PUT", PREFERENCES, Map.of("choices", Map.of(), "digestHour", 3))
                        .status())
                .isEqualTo(422);
        assertThat(hers.send(
                                "PUT",
                                PREFERENCES,
                                Map.of(
                                        "choices", Map.of(),
                                        "quietHours", Map.of("from", "25:00", "until", "08:00"),
                                        "digestHour", 9))
                        .status())
                .isEqualTo(422);
        assertThat(hers.send("PUT", PREFERENCES, Map.of("choices", Map.of("PIGEON", "DIGEST"), "digestHour", 9))
                        .status())
                .isEqualTo(400);
        assertThat(choice(hers.get(PREFERENCES), "TASK")).isEqualTo("AT_ONCE");
    }

    private static String choice(ApiCaller.Answer answer, String kind) {
        for (var each : answer.at("/kinds")) {
            if (each.path("kind").asText().equals(kind)) {
                return each.path("choice").asText();
            }
        }
        throw new AssertionError("No kind " + kind);
    }

    private List<String> unread() {
        return hers.get(MESSAGES + "?unread=true").json().findValuesAsText("id");
    }

    private void told(int messages) {
        transaction.executeWithoutResult(open -> IntStream.rangeClosed(1, messages)
                .forEach(n -> notifications.tell(
                        List.of(reviewer.account()),
                        "reviewAsked",
                        Map.of("number", "CY2026-09-0001", "title", "机电专业群"),
                        "/tasks/" + n)));
    }

    private ApiCaller calling(Actor actor) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", actor.account().value())
                .update();
        return new ApiCaller(port, tokens.create(actor, "test"));
    }
}
