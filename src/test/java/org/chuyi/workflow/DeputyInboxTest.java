package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.testing.People.as;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.DeputyProblem;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 代理: what a deputy sees and does, from the first of her days to the last. */
@IntegrationTest
class DeputyInboxTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");

    @Autowired
    Deputies deputies;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskOperations operations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Applications reading;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc portal;

    Actor reviewer;
    Actor secretary;
    ApplicationNumber number;
    String task;

    @BeforeEach
    void aCaseOnTheDeskOfTheCity() {
        var submission = new Submission(walk, people, rounds.justOpened());
        reviewer = people.cityReviewer(LOUDI);
        secretary = people.in(organisations.cityEducationBureauOf(LOUDI).orElseThrow(), Role.APPLICANT);
        number = submission.by(OF_LOUDI);
        task = walk.task(number, reviewer).id();
    }

    @Test
    void aDeputyDoesWhatThePrincipalMayAndTheRecordSaysInWhosePlace() {
        assertThat(operations.perform(TaskOperation.CLAIM, task, reviewer, Wanted.nothing()))
                .isInstanceOf(OperationResult.Done.class);
        assertThat(inbox.find(task, secretary)).isEmpty();

        named(TODAY, FRIDAY);
        var deputy = now(secretary);

        assertThat(reading.find(number, deputy)).isPresent();
        assertThat(inbox.find(task, deputy).orElseThrow().inPlaceOf(deputy)).contains(reviewer.name());
        assertThat(inbox.complete(task, deputy, Submission.recommending(), Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
        var done = inbox.find(task, reviewer).orElseThrow();
        assertThat(done.completedByName()).contains(secretary.name());
        assertThat(done.completedForName()).contains(reviewer.name());
        assertThat(jdbc.sql("""
                                select details ->> 'for' from audit_line
                                where action = 'task.completedInPlace' and subject = :number""")
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .containsExactly(reviewer.name());
    }

    @Test
    void whoDoesHerOwnWorkDoesItInNobodysPlace() {
        var colleague = people.cityReviewer(LOUDI);
        assertThat(deputies.name(reviewer, colleague.account(), TODAY, FRIDAY, "外出学习"))
                .isEmpty();

        assertThat(inbox.complete(task, now(colleague), Submission.recommending(), Optional.empty()))
                .isInstanceOf(Completion.Completed.class);

        assertThat(inbox.find(task, reviewer).orElseThrow().completedForName()).isEmpty();
    }

    @Test
    void theDaysBeginAndEndAtMidnightAlsoInTheMiddleOfASession() throws Exception {
        named(TODAY.plusDays(1), FRIDAY);
        var session = now(secretary);
        assertThat(session.roles()).containsExactly(Role.APPLICANT);

        assertThat(status(session)).isEqualTo(404);
        clock.set(MovableClock.at("2026-03-03T00:00"));
        assertThat(status(session)).isEqualTo(200);
        clock.set(MovableClock.at("2026-03-06T23:59:59"));
        assertThat(status(session)).isEqualTo(200);
        clock.set(MovableClock.at("2026-03-07T00:00"));
        assertThat(status(session)).isEqualTo(404);
        assertThat(now(secretary).deputyships().known()).isEmpty();
    }

    @Test
    void whatIsRevokedEndsAndWhatThePrincipalLosesSheLosesToo() {
        named(TODAY, FRIDAY);
        assertThat(now(secretary).roles()).contains(Role.REVIEWER);
        var security = people.in(
                organisations.department(org.chuyi.organisation.Department.EDUCATION), Role.SECURITY_ADMINISTRATOR);
        accounts.revoke(reviewer.account(), new Post(reviewer.organisation(), Role.REVIEWER), security);
        assertThat(now(secretary).roles()).containsExactly(Role.APPLICANT);

        var other = people.cityReviewer(LOUDI);
        assertThat(deputies.name(other, secretary.account(), TODAY, FRIDAY, "外出学习"))
                .isEmpty();
        long id = deputies.of(other.account()).get(0).id();
        assertThat(deputies.revoke(people.cityReviewer(LOUDI), id)).isFalse();
        assertThat(deputies.revoke(security, id)).isTrue();
        assertThat(deputies.revoke(other, id)).isFalse();
        assertThat(now(secretary).roles()).containsExactly(Role.APPLICANT);
    }

    @Test
    void nobodyPassesOnWhatSheHasAsADeputy() {
        named(TODAY, FRIDAY);
        var third = people.in(organisations.cityEducationBureauOf(LOUDI).orElseThrow(), Role.APPLICANT);

        assertThat(deputies.name(now(secretary), third.account(), TODAY, FRIDAY, "转代"))
                .contains(DeputyProblem.PRINCIPAL_IS_A_DEPUTY);
        assertThat(deputies.name(now(secretary), third.account(), FRIDAY.plusDays(1), FRIDAY.plusDays(3), "外出"))
                .isEmpty();
        clock.set(MovableClock.at("2026-03-07T09:00"));
        assertThat(now(third).roles()).containsExactly(Role.APPLICANT);
        assertThat(deputies.name(reviewer, reviewer.account(), TODAY, FRIDAY.plusDays(9), "本人"))
                .contains(DeputyProblem.NOT_ONESELF);
        assertThat(deputies.name(
                        reviewer, people.cityReviewer(People.ZHUZHOU).account(), TODAY, FRIDAY.plusDays(9), "外市"))
                .contains(DeputyProblem.NOT_OF_THIS_ORGANISATION);
    }

    @Test
    void sheIsNamedAndRevokedOnTheAccountPageAndTheListSaysForWhom() throws Exception {
        assertThat(page(reviewer, get("/account"))).contains("指定代理人", secretary.login());
        send(
                reviewer,
                post("/account/deputies")
                        .param("deputy", String.valueOf(secretary.account().value()))
                        .param("from", "2026-03-02")
                        .param("to", "2026-03-06")
                        .param("reason", "外出学习"));

        assertThat(page(now(secretary), get("/inbox?q=" + number))).contains("代 " + reviewer.name());
        assertThat(page(reviewer, get("/inbox?q=" + number))).doesNotContain("代 " + reviewer.name());
        var security = people.in(
                organisations.department(org.chuyi.organisation.Department.EDUCATION), Role.SECURITY_ADMINISTRATOR);
        long id = deputies.of(reviewer.account()).get(0).id();
        assertThat(page(security, get("/administration/accounts/" + reviewer.login())))
                .contains("/administration/deputies/" + id + "/revoke", "外出学习");
        send(secretary, post("/account/deputies/" + id + "/revoke"));
        assertThat(now(secretary).roles()).contains(Role.REVIEWER);
        send(reviewer, post("/account/deputies/" + id + "/revoke"));
        assertThat(now(secretary).roles()).containsExactly(Role.APPLICANT);
        assertThat(page(reviewer, get("/account"))).contains("已撤销");
    }

    private String page(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return new String(send(actor, request).getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return portal.perform(request.with(as(actor)).with(csrf())).andReturn().getResponse();
    }

    private void named(LocalDate first, LocalDate last) {
        assertThat(deputies.name(reviewer, secretary.account(), first, last, "外出学习"))
                .isEmpty();
    }

    private Actor now(Actor actor) {
        return accounts.actor(actor.account(), actor.organisation()).orElseThrow();
    }

    private int status(Actor session) throws Exception {
        return portal.perform(get("/tasks/" + task).with(as(session)))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
