package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Visitor.location;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Statements;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@IntegrationTest
@Import(PeopleWhoSignIn.class)
class SessionTest {

    @LocalServerPort
    int port;

    @Autowired
    PeopleWhoSignIn people;

    @Autowired
    Accounts accounts;

    @Autowired
    SparingSessions<?> sessions;

    @Autowired
    JdbcClient jdbc;

    Actor reviewer;
    Visitor visitor;

    @BeforeEach
    void signedIn() {
        reviewer = people.reviewer();
        visitor = new Visitor(port);
        visitor.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);
        visitor.get("/account");
    }

    @Test
    void requestsWithinAMinuteWriteNothing() {
        var before = rows();

        visitor.get("/account");
        visitor.get("/inbox");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void postWritesNothingEitherAndTheNextPageSaysOnceWhatItDid() {
        visitor.get("/messages");
        var before = rows();

        var marked = visitor.post("/messages", "/messages/read", "newest", "0");

        assertThat(location(marked)).isEqualTo("/messages");
        assertThat(visitor.get("/messages").body()).contains("已将全部消息标为已读。");
        assertThat(visitor.get("/messages").body()).doesNotContain("已将全部消息标为已读。");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void useIsNotedAgainWhenTheNoteIsAMinuteOld() {
        var now = Instant.now();
        lastUsed(now.minusSeconds(60));

        visitor.get("/account");

        assertThat(jdbc.sql("select last_access_time, expiry_time from spring_session where principal_name = ?")
                        .param(reviewer.login())
                        .query((row, number) -> {
                            assertThat(row.getLong(1)).isGreaterThanOrEqualTo(now.toEpochMilli());
                            return row.getLong(2) - row.getLong(1);
                        })
                        .single())
                .isEqualTo(Duration.ofMinutes(31).toMillis());
    }

    /** Her last request may be a minute younger than the note: 30 minutes are hers. */
    @Test
    void sheIsStillInWhenTheNoteIsAMinuteOlderThanTheIdleTime() {
        lastUsed(Instant.now().minus(Duration.ofMinutes(31)).plusSeconds(30));

        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void sheIsOutOnceTheIdleTimeAndTheMinuteAreOver() {
        lastUsed(Instant.now().minus(Duration.ofMinutes(31)));

        assertThat(location(visitor.get("/account"))).isEqualTo("/sign-in");
        assertThat(rows()).isEmpty();
    }

    @Test
    void disabledAccountLosesItsSessionsWithTheNextRequest() {
        var elsewhere = new Visitor(port);
        elsewhere.signIn(reviewer.login(), PeopleWhoSignIn.PASSWORD);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

        accounts.disable(reviewer.account(), people.with(Role.SECURITY_ADMINISTRATOR));

        assertThat(location(visitor.get("/account"))).isEqualTo("/sign-in");
        assertThat(location(elsewhere.get("/account"))).isEqualTo("/sign-in");
        assertThat(rows()).isEmpty();
    }

    @Test
    void requestReadsItsSessionOnce() throws Exception {
        String id = idInDatabase();

        assertThat(readings(() -> {
                    sessions.findById(id);
                    sessions.findById(id);
                }))
                .isEqualTo(1);
    }

    @Test
    void nothingIsKeptFromOneRequestToTheNext() throws Exception {
        String id = idInDatabase();

        assertThat(readings(() -> sessions.findById(id))).isEqualTo(1);
        assertThat(readings(() -> sessions.findById(id))).isEqualTo(1);
    }

    @Test
    void sessionThatARequestEndsIsGoneForIt() throws Exception {
        String id = idInDatabase();

        assertThat(readings(() -> {
                    assertThat(sessions.findById(id)).isNotNull();
                    sessions.deleteById(id);
                    assertThat(sessions.findById(id)).isNull();
                }))
                .isEqualTo(2);
    }

    private long readings(Runnable request) throws Exception {
        return Statements.during(() -> {
                    sessions.aroundRequests()
                            .doFilter(
                                    new MockHttpServletRequest(),
                                    new MockHttpServletResponse(),
                                    (asked, answered) -> request.run());
                    return null;
                })
                .stream()
                .filter(statement -> statement.contains("[SELECT S.PRIMARY_ID"))
                .count();
    }

    private String idInDatabase() {
        return jdbc.sql("select session_id from spring_session where principal_name = ?")
                .param(reviewer.login())
                .query(String.class)
                .single();
    }

    /** Her session and what it holds, with the transactions that wrote them. */
    private List<String> rows() {
        return jdbc.sql("""
                select s.xmin || ' ' || s.last_access_time || ' ' || coalesce(a.attribute_name || ' ' || a.xmin, '')
                from spring_session s left join spring_session_attributes a on a.session_primary_id = s.primary_id
                where s.principal_name = ? order by 1""").param(reviewer.login()).query(String.class).list();
    }

    private void lastUsed(Instant at) {
        jdbc.sql(
                        "update spring_session set last_access_time = ?, expiry_time = ? + max_inactive_interval * 1000 where principal_name = ?")
                .param(at.toEpochMilli())
                .param(at.toEpochMilli())
                .param(reviewer.login())
                .update();
    }
}
