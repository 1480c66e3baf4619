package org.chuyi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Exactly what the applicants were told on the way of an application on which everything is done that reviewers can do: its
 * public status and their own steps. The selection's way is in SelectionRoundTest.
 */
@IntegrationTest
class ApplicantNoticesTest {

    private static final String PROGRAMME = Submission.PROGRAMME;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskOperations operations;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor clerk;
    private Actor leader;
    private Actor reviewer;
    private Actor colleague;
    private Actor officer;
    private ApplicationNumber number;

    @BeforeEach
    void peopleOfASchoolABureauAndTheProvince() {
        clock.set(MovableClock.START);
        clerk = people.applicantOf(OF_LOUDI);
        leader = people.leaderOf(OF_LOUDI);
        reviewer = people.cityReviewer(LOUDI);
        colleague = people.in(organisations.cityEducationBureauOf(LOUDI).orElseThrow(), Role.REVIEWER);
        officer = people.provincialOfficer();
        number = walk.started(clerk, rounds.justOpened(), PROGRAMME);
        walk.withMaterials(number, PROGRAMME, clerk);
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @Test
    void applicantsHearOfThePublicStatusAndTheirOwnStepsAndOfNothingElse() {
        filed();
        walk.done(number, leader, Map.of("decision", "sentBack", "opinion", "请补充"));
        filed();
        walk.done(number, leader, Map.of("decision", "signedOff"));
        everyOperationOfTheCity();
        clock.moveTo(walk.task(number, reviewer).dueAt().orElseThrow());
        walk.done(number, reviewer, Submission.returning());
        clock.moveBy(Duration.ofMinutes(1));
        filed();
        walk.done(number, leader, Map.of("decision", "signedOff"));
        walk.done(number, reviewer, Submission.recommending());
        perform(TaskOperation.RETURN, officer, new Wanted("请核实办学条件", "", "cityReview"));
        walk.done(number, reviewer, Submission.recommending());
        clock.moveTo(walk.task(number, officer).dueAt().orElseThrow());
        walk.done(number, officer, Submission.approving());

        assertThat(told(clerk))
                .containsExactly(
                        "signOffReturned",
                        "applicationSubmitted",
                        "applicationReturned",
                        "applicationSubmitted",
                        "applicationApproved");
        assertThat(told(leader))
                .containsExactly(
                        "signOffAsked",
                        "signOffAsked",
                        "applicationSubmitted",
                        "applicationReturned",
                        "signOffAsked",
                        "applicationSubmitted",
                        "applicationApproved");
        assertThat(told(reviewer)).contains("reviewAsked", "reviewReminder", "reviewOverdue", "stepReturned");
        assertThat(told(colleague)).contains("taskDelegated", "caseCopied", "taskUrged");
    }

    @Test
    void whatNobodyFinishesInTimeIsRemindedOfWhoeverHasItAndExpires() {
        filed();
        var due = walk.task(number, leader).dueAt().orElseThrow();

        clock.moveTo(due.minusSeconds(1));
        assertThat(told(clerk)).containsExactly("filingReminder");
        assertThat(told(leader)).containsExactly("signOffAsked", "filingReminder");
        clock.moveTo(due);

        assertThat(told(clerk)).containsExactly("filingReminder", "applicationExpired");
        assertThat(told(leader)).containsExactly("signOffAsked", "filingReminder", "applicationExpired");
    }

    @Test
    void whoWasRemindedIsNotRemindedAgainOfTheSameDeadlineByAnotherStep() {
        var due = walk.task(number, clerk).dueAt().orElseThrow();
        clock.moveTo(due.minus(Duration.ofDays(1)));
        assertThat(told(clerk)).containsExactly("filingReminder");
        filed();
        walk.done(number, leader, Map.of("decision", "sentBack", "opinion", "请补充"));

        clock.moveTo(due.minusSeconds(1));

        assertThat(told(clerk)).containsExactly("filingReminder", "signOffReturned");
        assertThat(told(leader)).containsExactly("signOffAsked");
    }

    /** Claimed, copied, delegated and answered, urged, given back. */
    private void everyOperationOfTheCity() {
        perform(TaskOperation.CLAIM, reviewer, Wanted.because(""));
        perform(TaskOperation.COPY, reviewer, new Wanted("供参考", id(colleague), ""));
        perform(TaskOperation.DELEGATE, reviewer, new Wanted("请提意见", id(colleague), ""));
        perform(TaskOperation.RECALL, reviewer, Wanted.because("不再需要"));
        perform(TaskOperation.UNCLAIM, reviewer, Wanted.because("转同事办理"));
        perform(TaskOperation.URGE, officer, Wanted.because("请尽快"));
    }

    private void filed() {
        walk.done(number, clerk, walk.answers(PROGRAMME, clerk));
    }

    private void perform(TaskOperation operation, Actor actor, Wanted wanted) {
        String task = jdbc.sql("""
                        select task_id from inbox_task where business_key = :number and state = 'OPEN'
                        and helps_task_id is null""")
                .param("number", number.value())
                .query(String.class)
                .single();
        assertThat(operations.perform(operation, task, actor, wanted))
                .as(operation + " by " + actor.roles())
                .isInstanceOf(OperationResult.Done.class);
    }

    private static String id(Actor actor) {
        return Long.toString(actor.account().value());
    }

    private List<String> told(Actor actor) {
        return jdbc.sql("""
                        select template from message where account_id = :account and arguments ->> 'number' = :number
                        order by id""")
                .param("account", actor.account().value())
                .param("number", number.value())
                .query(String.class)
                .list();
    }
}
