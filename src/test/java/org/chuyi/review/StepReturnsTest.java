package org.chuyi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.CaseOperation;
import org.chuyi.workflow.CaseOperations;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.TaskDrafts;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application goes back a step, or a decision is taken back, and goes on to its end all the same. */
@IntegrationTest
class StepReturnsTest {

    @Autowired
    TaskOperations operations;

    @Autowired
    CaseOperations operationsShown;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskDrafts drafts;

    @Autowired
    TaskForms forms;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    Reviews reviews;

    @Autowired
    RuntimeService engine;

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
    Accounts accounts;

    Actor reviewer;
    Actor officer;
    Actor leader;
    ApplicationNumber number;

    @BeforeEach
    void aCaseOnTheDeskOfTheCity() {
        var submission = new Submission(walk, people, rounds.justOpened());
        reviewer = people.cityReviewer(LOUDI);
        officer = people.provincialOfficer();
        leader = people.leaderOf(OF_LOUDI);
        number = submission.by(OF_LOUDI);
        later();
    }

    @Test
    void theProvinceGivesItBackToTheCityWhichDecidesAnew() {
        walk.done(number, reviewer, Submission.recommending());
        var formalCheck = walk.task(number, officer);

        assertDone(operations.perform(
                TaskOperation.RETURN, formalCheck.id(), officer, new Wanted("请核实办学条件", "", "cityReview")));

        assertThat(waiting()).containsExactly("cityReview");
        assertThat(status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
        assertThat(inbox.find(formalCheck.id(), officer).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
        assertThat(inbox.complete(formalCheck.id(), officer, Submission.approving(), Optional.empty()))
                .isInstanceOf(Completion.Cancelled.class);
        walk.done(number, reviewer, Submission.recommending());
        walk.done(number, officer, Submission.approving());
        assertThat(status()).isEqualTo(ApplicationStatus.APPROVED);
        assertThat(instances()).isZero();
    }

    @Test
    void theCityGivesItBackToTheSchoolsLeaderAndGetsTheNextVersion() {
        assertDone(operations.perform(
                TaskOperation.RETURN,
                walk.task(number, reviewer).id(),
                reviewer,
                new Wanted("请补盖公章", "", "schoolSignOff")));

        assertThat(waiting()).containsExactly("schoolSignOff");
        assertThat(status()).isEqualTo(ApplicationStatus.SCHOOL_SIGN_OFF);
        assertThat(jdbc.sql(
                                "select arguments::text from message where account_id = :leader and template = 'stepReturned'")
                        .param("leader", leader.account().value())
                        .query(String.class)
                        .single())
                .contains("请补盖公章", reviewer.organisationName())
                .doesNotContain(reviewer.name());
        assertThat(operationsShown.shownTo(leader, number.value())).isEmpty();
        assertThat(operationsShown.shownTo(officer, number.value()))
                .extracting(CaseOperation::byName)
                .containsExactly(reviewer.name());
        walk.done(number, leader, Map.of("decision", "signedOff"));
        assertThat(waiting()).containsExactly("cityReview");
        assertThat(applications.get(number).currentVersion()).isEqualTo(2);
        walk.done(number, reviewer, Submission.recommending());
        walk.done(number, officer, Submission.approving());
        assertThat(status()).isEqualTo(ApplicationStatus.APPROVED);
    }

    @Test
    void whatWentBackToTheSchoolExpiresWhereTheSchoolDoesNothing() {
        clock.set(MovableClock.at("2026-04-10T09:00"));
        assertDone(operations.perform(
                TaskOperation.RETURN,
                walk.task(number, reviewer).id(),
                reviewer,
                new Wanted("请补盖公章", "", "schoolSignOff")));

        assertThat(waiting()).containsExactly("schoolSignOff");
        clock.moveTo(applications.get(number).filingDueAt());

        assertThat(status()).isEqualTo(ApplicationStatus.EXPIRED);
        assertThat(instances()).isZero();
    }

    @Test
    void aStepThatItCannotGoBackToIsRefused() {
        var cityReview = walk.task(number, reviewer);

        assertThat(code(operations.perform(
                        TaskOperation.RETURN, cityReview.id(), reviewer, new Wanted("退回", "", "formalCheck"))))
                .isEqualTo("workflow.operation.problem.step");
        var applicant = people.applicantOf(OF_LOUDI);
        var draft = walk.started(applicant, rounds.justOpened(), "culture-base");
        assertThat(code(operations.perform(
                        TaskOperation.RETURN,
                        walk.task(draft, applicant).id(),
                        applicant,
                        new Wanted("退回", "", "cityReview"))))
                .isEqualTo("workflow.operation.problem.noReturn");
    }

    @Test
    void theCityTakesItsRecommendationBackWhileNobodyHasBegun() {
        var cityReview = walk.task(number, reviewer);
        walk.done(number, reviewer, Submission.recommending());
        later();

        assertThat(operations.perform(
                        TaskOperation.WITHDRAW, cityReview.id(), people.cityReviewer(LOUDI), Wanted.because("误按")))
                .isEqualTo(new OperationResult.NotFound());
        assertDone(operations.perform(TaskOperation.WITHDRAW, cityReview.id(), reviewer, Wanted.because("误按")));

        assertThat(waiting()).containsExactly("cityReview");
        assertThat(status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
        assertThat(reviews.of(number)).extracting(ReviewDecision::step).containsExactly(ReviewStep.SCHOOL_SIGN_OFF);
        walk.done(number, reviewer, Submission.recommending());
        assertThat(reviews.of(number)).extracting(ReviewDecision::decision).containsExactly("signedOff", "recommended");
    }

    @Test
    void onceTheNextStepIsClaimedTheDecisionStands() {
        var cityReview = walk.task(number, reviewer);
        walk.done(number, reviewer, Submission.recommending());
        later();
        assertDone(operations.perform(
                TaskOperation.CLAIM, walk.task(number, officer).id(), officer, Wanted.nothing()));

        assertThat(code(operations.perform(TaskOperation.WITHDRAW, cityReview.id(), reviewer, Wanted.because("误按"))))
                .isEqualTo("workflow.operation.problem.nextBegun");
        later();
        walk.done(number, officer, Submission.approving());
        assertThat(code(operations.perform(TaskOperation.WITHDRAW, cityReview.id(), reviewer, Wanted.because("误按"))))
                .isEqualTo("review.problem.stands.listed");
        assertThat(status()).isEqualTo(ApplicationStatus.APPROVED);
    }

    @Test
    void onceSomebodyHasWrittenDownHerOpinionOnTheNextStepTheDecisionStands() {
        var cityReview = walk.task(number, reviewer);
        walk.done(number, reviewer, Submission.recommending());
        later();
        keepDraft(officer);

        assertThat(code(operations.perform(TaskOperation.WITHDRAW, cityReview.id(), reviewer, Wanted.because("误按"))))
                .isEqualTo("workflow.operation.problem.nextBegun");
        assertThat(waiting()).containsExactly("formalCheck");
        walk.done(number, officer, Submission.approving());
        assertThat(status()).isEqualTo(ApplicationStatus.APPROVED);
    }

    @Test
    void whatSheHerselfHasClaimedAndWrittenOnTheNextStepBindsNobody() {
        var cityReview = walk.task(number, reviewer);
        walk.done(number, reviewer, Submission.recommending());
        later();
        accounts.appoint(reviewer.account(), new Post(officer.organisation(), Role.PROVINCIAL_OFFICER));
        var herself = accounts.actor(reviewer.account(), officer.organisation()).orElseThrow();
        keepDraft(herself);
        assertDone(operations.perform(
                TaskOperation.CLAIM, walk.task(number, herself).id(), herself, Wanted.nothing()));

        assertDone(operations.perform(TaskOperation.WITHDRAW, cityReview.id(), reviewer, Wanted.because("误按")));

        assertThat(waiting()).containsExactly("cityReview");
        assertThat(jdbc.sql("select count(*) from task_draft where account_id = :account")
                        .param("account", reviewer.account().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void keepDraft(Actor writer) {
        var next = walk.task(number, writer);
        assertThat(drafts.save(next, forms.formOf(next).orElseThrow(), writer, 0, Map.of("opinion", "材料基本齐全")))
                .isInstanceOf(TaskDrafts.Saved.Kept.class);
    }

    @Test
    void theSchoolTakesItsSignOffBack() {
        String signOff = lastTask("schoolSignOff");
        var signer = signerOf(signOff);

        assertDone(operations.perform(TaskOperation.WITHDRAW, signOff, signer, Wanted.because("盖错章")));

        assertThat(waiting()).containsExactly("schoolSignOff");
        assertThat(reviews.of(number)).isEmpty();
        walk.done(number, leader, Map.of("decision", "signedOff"));
        assertThat(waiting()).containsExactly("cityReview");
    }

    @Test
    void whatTheSchoolHasBeenToldStands() {
        var cityReview = walk.task(number, reviewer);
        walk.done(number, reviewer, Submission.returning());

        assertThat(code(operations.perform(TaskOperation.WITHDRAW, cityReview.id(), reviewer, Wanted.because("误按"))))
                .isEqualTo("review.problem.stands.told");
        assertThat(status()).isEqualTo(ApplicationStatus.RETURNED);
    }

    private String lastTask(String key) {
        return jdbc.sql("select task_id from inbox_task where business_key = :number and task_key = :key")
                .params(Map.of("number", number.value(), "key", key))
                .query(String.class)
                .single();
    }

    private Actor signerOf(String task) {
        long account = jdbc.sql("select completed_by from inbox_task where task_id = :task")
                .param("task", task)
                .query(Long.class)
                .single();
        return accounts.actor(new AccountId(account), leader.organisation()).orElseThrow();
    }

    private void later() {
        clock.set(clock.instant().plusSeconds(60));
    }

    private ApplicationStatus status() {
        return applications.get(number).status();
    }

    private List<String> waiting() {
        return jdbc.sql("select task_key from inbox_task where business_key = :number and state = 'OPEN'")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private long instances() {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .count();
    }

    private static void assertDone(OperationResult result) {
        assertThat(result).isInstanceOf(OperationResult.Done.class);
    }

    private static String code(OperationResult result) {
        return ((OperationResult.Refused) result).problems().get(0).code();
    }
}
