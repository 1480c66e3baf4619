package org.chuyi.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chuyi.notification.Notifications;
import org.chuyi.notification.UnreadMessages;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class MessagesPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    Notifications notifications;

    @Autowired
    UnreadMessages unread;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Actor reader;
    private Actor other;

    @Autowired
    MovableClock clock;

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @BeforeEach
    void twoReaders() {
        clock.set(MovableClock.START);
        reader = people.cityReviewer(People.CHANGSHA);
        other = people.cityReviewer(People.ZHUZHOU);
    }

    @Test
    void listsHerOwnMessagesInHerLanguageAndNobodyElses() throws Exception {
        tell(reader, "长沙项目", "/inbox");
        tell(other, "株洲项目", "/inbox");

        browser.perform(get("/messages").with(as(reader)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("新的待审申报：长沙项目")))
                .andExpect(content().string(not(containsString("株洲项目"))));
        browser.perform(get("/messages?lang=en").with(as(reader)))
                .andExpect(content().string(containsString("New application to review: 长沙项目")));
    }

    @Test
    void openingAMessageMarksItReadAndLeadsToItsSubject() throws Exception {
        long message = tell(reader, "长沙项目", "/applications/CY2026-09-0001");

        browser.perform(get("/messages/" + message).with(as(reader)))
                .andExpect(redirectedUrl("/applications/CY2026-09-0001"));

        assertThat(unread.count(reader)).isZero();
    }

    @Test
    void anotherPersonsMessageIsNotThereAndStaysUnread() throws Exception {
        long message = tell(other, "株洲项目", "/inbox");

        browser.perform(get("/messages/" + message).with(as(reader))).andExpect(status().isNotFound());
        browser.perform(post("/messages/" + message + "/read").with(as(reader)).with(csrf()))
                .andExpect(redirectedUrl("/messages"));
        browser.perform(post("/messages/read")
                        .param("newest", Long.toString(message))
                        .with(as(reader))
                        .with(csrf()))
                .andExpect(redirectedUrl("/messages"));

        assertThat(unread.count(other)).isEqualTo(1);
    }

    @Test
    void neverLeavesThePortalWhateverTheRowSays() throws Exception {
        long message = tell(reader, "长沙项目", "/inbox");
        jdbc.sql("update message set link = '//evil.example' where id = :id")
                .param("id", message)
                .update();

        browser.perform(get("/messages/" + message).with(as(reader))).andExpect(redirectedUrl("/messages"));
    }

    @Test
    void markingAllReadLeavesWhatCameInMeanwhile() throws Exception {
        tell(reader, "先到", "/inbox");
        long shown = tell(reader, "次到", "/inbox");
        tell(reader, "后到", "/inbox");

        browser.perform(post("/messages/read")
                        .param("newest", Long.toString(shown))
                        .with(as(reader))
                        .with(csrf()))
                .andExpect(redirectedUrl("/messages"));

        browser.perform(get("/messages?unread=true").with(as(reader)))
                .andExpect(content().string(containsString("后到")))
                .andExpect(content().string(not(containsString("先到"))))
                .andExpect(content().string(not(containsString("次到"))));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() throws Exception {
        long oldest = tell(reader, "最早的项目", "/inbox");
        for (int hour = 0; hour < MessagesController.PAGE; hour++) {
            clock.set(clock.instant().plus(Duration.ofHours(1)));
            tell(reader, "较晚的项目", "/inbox");
        }

        browser.perform(get("/messages").with(as(reader)))
                .andExpect(content().string(not(containsString("最早的项目"))))
                .andExpect(content().string(containsString("/messages?before=" + (oldest + 1))));
        browser.perform(get("/messages?before=" + (oldest + 1)).with(as(reader)))
                .andExpect(content().string(containsString("最早的项目")))
                .andExpect(content().string(not(containsString("较晚的项目"))));
    }

    @Test
    void manyOfOneKindWithinAnHourAreOneMessageThatOpensAndIsReadAsOne() throws Exception {
        long single = tell(reader, "较早的项目", "/inbox");
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        long last = 0;
        for (int i = 0; i < 300; i++) {
            last = tell(reader, "项目" + i, "/tasks/" + i);
        }

        assertThat(unread.count(reader)).isEqualTo(2);
        browser.perform(get("/messages").with(as(reader)))
                .andExpect(content().string(containsString("新的待审申报：项目299 等 300 条")))
                .andExpect(content().string(containsString("/messages/bursts/" + last)))
                .andExpect(content().string(containsString("较早的项目")))
                .andExpect(content().string(not(containsString("项目298"))));
        browser.perform(get("/messages/bursts/" + last).with(as(reader)))
                .andExpect(content().string(containsString("项目299")))
                .andExpect(content().string(containsString("项目270")))
                .andExpect(content().string(not(containsString("项目269"))))
                .andExpect(content().string(not(containsString("较早的项目"))));
        browser.perform(get("/messages/bursts/" + last).with(as(other))).andExpect(status().isNotFound());

        long meanwhile = tell(reader, "后到", "/inbox");
        browser.perform(post("/messages/" + last + "/read")
                        .param("burst", "true")
                        .with(as(reader))
                        .with(csrf()))
                .andExpect(redirectedUrl("/messages"));
        assertThat(jdbc.sql("select id from message where account_id = :id and read_at is null order by id")
                        .param("id", reader.account().value())
                        .query(Long.class)
                        .list())
                .containsExactly(single, meanwhile);
    }

    @Test
    void threeOfAKindAreStillThreeMessages() throws Exception {
        for (int i = 0; i < 3; i++) {
            tell(reader, "项目" + i, "/inbox");
        }

        assertThat(unread.count(reader)).isEqualTo(3);
        browser.perform(get("/messages").with(as(reader)))
                .andExpect(content().string(containsString("项目0")))
                .andExpect(content().string(containsString("项目2")));
    }

    @Test
    void scriptInATitleIsShownAsText() throws Exception {
        tell(reader, "<script>alert(1)</script>", "/inbox");

        browser.perform(get("/messages").with(as(reader)))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    private long tell(Actor person, String title, String link) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> notifications.tell(
                        List.of(person.account()),
                        "reviewAsked",
                        Map.of("number", "CY2026-09-0001", "title", title),
                        link));
        return jdbc.sql("select max(id) from message where account_id = :id")
                .param("id", person.account().value())
                .query(Long.class)
                .single();
    }
}
