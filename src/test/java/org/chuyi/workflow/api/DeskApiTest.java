package org.chuyi.workflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import java.util.Map;
import java.util.stream.IntStream;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.testing.ApiCaller;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.opinion.OpinionTemplates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reviewer's desk by calls: states of the list, saved filters, opinion templates, drafts, figures. */
@IntegrationTest
class DeskApiTest {

    private static final String INBOX = "/api/v1/inbox";
    private static final String FILTERS = INBOX + "/filters";
    private static final String OPINIONS = INBOX + "/opinions";

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    @Autowired
    JdbcClient jdbc;

    Actor reviewer;
    ApiCaller desk;
    ApiCaller colleague;
    ApiCaller stranger;

    @BeforeEach
    void threeDesks() {
        reviewer = people.cityReviewer(LOUDI);
        jdbc.sql("delete from saved_filter where organisation_id = :id")
                .param("id", reviewer.organisation().value())
                .update();
        jdbc.sql("delete from opinion_template where organisation_id = :id")
                .param("id", reviewer.organisation().value())
                .update();
        desk = calling(reviewer);
        colleague = calling(people.cityReviewer(LOUDI));
        stranger = calling(people.cityReviewer(People.ZHUZHOU));
    }

    @Test
    void aFilterIsKeptOnceSharedAndDeletedByWhoeverMadeIt() {
        var parameters = Map.of("tab", "to-do", "programme", "think-tank", "state", "free", "q", "学院&x=1");
        var body = Map.of("name", "智库", "shared", false, "parameters", parameters);

        var kept = desk.send("POST", FILTERS, body);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.at("/items")).hasSize(1);
        assertThat(desk.send("POST", FILTERS, body).json()).isEqualTo(kept.json());
        assertThat(kept.at("/items/0/parameters").properties())
                .extracting(each -> each.getKey() + "=" + each.getValue().asText())
                .containsExactlyInAnyOrder("tab=to-do", "programme=think-tank", "state=free", "q=学院&x=1");
        assertThat(kept.text("/items/0/address"))
                .isEqualTo("/inbox?category=think-tank&state=free&q=%E5%AD%A6%E9%99%A2%26x%3D1");
        assertThat(colleague.get(FILTERS).at("/items")).isEmpty();

        String path = FILTERS + "/" + kept.at("/items/0/id").asLong();
        assertThat(colleague
                        .send("PUT", path + "/sharing", Map.of("shared", true))
                        .status())
                .isEqualTo(404);
        assertThat(desk.send("PUT", path + "/sharing", Map.of("shared", true)).status())
                .isEqualTo(200);
        assertThat(colleague.get(FILTERS).text("/items/0/madeBy")).isEqualTo(reviewer.name());
        assertThat(colleague.get(FILTERS).at("/items/0/mine").asBoolean()).isFalse();
        assertThat(stranger.get(FILTERS).at("/items")).isEmpty();
        assertThat(delete(colleague, path).status()).isEqualTo(404);
        assertThat(delete(desk, path).status()).isEqualTo(204);
        assertThat(delete(desk, path).status()).isEqualTo(404);
    }

    @Test
    void aFilterThatCannotBeKeptIsAProblem() {
        var noTab = desk.send(
                "POST", FILTERS, Map.of("name", "甲", "shared", false, "parameters", Map.of("tab", "//example.org")));
        assertThat(noTab.status()).isEqualTo(400);
        assertThat(noTab.text("/type")).isEqualTo("/problems/invalid-parameter");
        for (var parameters :
                new Map<?, ?>[] {Map.of("tab", "copied", "state", "free"), Map.of("tab", "done", "due", "never")}) {
            assertThat(desk.send("POST", FILTERS, Map.of("name", "甲", "shared", false, "parameters", parameters))
                            .status())
                    .isEqualTo(400);
        }
        var noName =
                desk.send("POST", FILTERS, Map.of("name", " ", "shared", false, "parameters", Map.of("tab", "done")));
        assertThat(noName.status()).isEqualTo(422);
        assertThat(noName.text("/type")).isEqualTo("/problems/invalid-answers");
        assertThat(desk.send("POST", FILTERS, Map.of("name", "甲")).text("/type"))
                .isEqualTo("/problems/malformed-request");
        assertThat(desk.get(FILTERS).at("/items")).isEmpty();
    }

    @Test
    void anOpinionIsKeptOnceChangedAndDeletedByWhoeverWroteIt() {
        var first = desk.send("POST", OPINIONS, Map.of("text", " 同意推荐。 ", "shared", false));
        assertThat(first.text("/items/0/text")).isEqualTo("同意推荐。");
        assertThat(desk.send("POST", OPINIONS, Map.of("text", "同意推荐。", "shared", true))
                        .at("/items"))
                .hasSize(1);
        String path = OPINIONS + "/" + first.at("/items/0/id").asLong();

        assertThat(colleague.get(OPINIONS).at("/items/0/mayChange").asBoolean(true))
                .isFalse();
        assertThat(stranger.get(OPINIONS).at("/items")).isEmpty();
        assertThat(colleague
                        .send("PUT", path, Map.of("text", "不同意。", "shared", true))
                        .status())
                .isEqualTo(404);
        assertThat(delete(colleague, path).status()).isEqualTo(404);
        assertThat(desk.send("PUT", path, Map.of("text", "同意。", "shared", true)).text("/items/0/text"))
                .isEqualTo("同意。");
        assertThat(colleague.get(OPINIONS).text("/items/0/text")).isEqualTo("同意。");
        assertThat(desk.send("PUT", path, Map.of("text", "字".repeat(501), "shared", true))
                        .status())
                .isEqualTo(422);
        assertThat(delete(desk, path).status()).isEqualTo(204);
        assertThat(colleague.get(OPINIONS).at("/items")).isEmpty();
    }

    @Test
    void tooManyOpinionsAreRefusedWithTheirNumber() {
        IntStream.range(0, OpinionTemplates.MOST_OWN).forEach(number -> jdbc.sql("""
                                insert into opinion_template (account_id, organisation_id, shared, text, created_at)
                                values (:account, :organisation, false, :text, now())""")
                .param("account", reviewer.account().value())
                .param("organisation", reviewer.organisation().value())
                .param("text", "意见" + number)
                .update());

        var refused = desk.inEnglish().send("POST", OPINIONS, Map.of("text", "再一条", "shared", false));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail")).contains(String.valueOf(OpinionTemplates.MOST_OWN));
    }

    @Test
    void aDraftIsHersAloneAndALaterWindowIsNotOverwritten() {
        String path = "/api/v1/tasks/" + walk.task(submitted(), reviewer).id() + "/draft";
        assertThat(desk.get(path).at("/revision").asInt(-1)).isZero();

        var kept = desk.send("PUT", path, Map.of("revision", 0, "answers", Map.of("opinion", "材料齐全")));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.at("/revision").asInt()).isEqualTo(1);
        assertThat(desk.get(path).text("/answers/opinion")).isEqualTo("材料齐全");
        assertThat(colleague.get(path).at("/answers")).isEmpty();
        assertThat(stranger.get(path).status()).isEqualTo(404);
        var overtaken = desk.send("PUT", path, Map.of("revision", 0, "answers", Map.of("opinion", "另一窗口")));
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text("/type")).isEqualTo("/problems/draft-overtaken");
        assertThat(overtaken.at("/revision").asInt()).isEqualTo(1);
    }

    @Test
    void theListGoesByWhoHasItAndTheFiguresCountIt() {
        var number = submitted();
        String task = walk.task(number, reviewer).id();
        String list = INBOX + "?q=" + number + "&state=";
        assertThat(desk.get(list + "free").json().findValuesAsText("task")).containsExactly(task);
        desk.send("POST", "/api/v1/tasks/" + task + "/operations/claim", "{}");

        assertThat(desk.get(list + "free").at("/items")).isEmpty();
        assertThat(desk.get(list + "mine").json().findValuesAsText("task")).containsExactly(task);
        assertThat(colleague.get(list + "colleague").json().findValuesAsText("claimedBy"))
                .containsExactly(reviewer.name());
        assertThat(colleague
                        .get(INBOX + "?tab=organisation&state=open&q=" + number)
                        .json()
                        .findValuesAsText("task"))
                .containsExactly(task);
        assertThat(desk.get(list + "running").status()).isEqualTo(400);
        var figures = desk.get(INBOX + "/figures");
        assertThat(figures.at("/mine/open").asInt()).isPositive();
        assertThat(figures.at("/mine").findValuesAsText("stepName")).contains("市州审核");
        assertThat(figures.text("/scope")).isEqualTo("OWN_POSTS");
    }

    private ApplicationNumber submitted() {
        return new Submission(walk, people, rounds.justOpened()).by(OF_LOUDI);
    }

    private static ApiCaller.Answer delete(ApiCaller caller, String path) {
        return caller.send("DELETE", path, "");
    }

    private ApiCaller calling(Actor actor) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", actor.account().value())
                .update();
        return new ApiCaller(port, tokens.create(actor, "test"));
    }
}
