package org.chuyi.workflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations inside a sub-process, where the partners' tasks stand side by side. */
@IntegrationTest
class PartnerOperationsTest {

    private static final Map<String, Object> CONFIRMED = Map.of("decision", "confirmed");

    @Autowired
    TaskOperations operations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Applications reading;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    Organisations organisations;

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

    Actor first;
    Actor colleague;
    Actor second;
    Actor leader;
    ApplicationNumber number;

    @BeforeEach
    void twoPartnersAreAsked() {
        var round = rounds.justOpened();
        Organisation one = people.company("楚怡测试" + System.nanoTime() + "有限公司");
        Organisation other = people.company("楚怡测试" + System.nanoTime() + "股份有限公司");
        first = people.in(one, Role.APPLICANT);
        colleague = people.in(one, Role.APPLICANT);
        second = people.in(other, Role.APPLICANT);
        leader = people.leaderOf(OF_LOUDI);
        var applicant = people.applicantOf(OF_LOUDI);
        number = walk.started(applicant, round, "training-base");
        walk.withMaterials(number, "training-base", applicant);
        walk.done(number, applicant, walk.answers("training-base", applicant, one, other));
    }

    @Test
    void onePartnersTaskIsClaimedTransferredLentAndDoneAndTheOthersStays() {
        String task = walk.task(number, first).id();
        String others = walk.task(number, second).id();

        perform(TaskOperation.CLAIM, task, first, Wanted.nothing());
        perform(TaskOperation.TRANSFER, task, first, Wanted.of("出差", id(colleague)));
        assertThat(inbox.complete(task, first, CONFIRMED, Optional.empty()))
                .isEqualTo(new Completion.ClaimedBy(colleague.name()));
        perform(TaskOperation.DELEGATE, task, colleague, Wanted.of("请看合作内容", id(first)));
        perform(TaskOperation.RECALL, task, colleague, Wanted.because("不等了"));
        assertThat(operations.perform(TaskOperation.CLAIM, others, first, Wanted.nothing()))
                .isEqualTo(new OperationResult.NotFound());
        assertThat(inbox.complete(task, colleague, CONFIRMED, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);

        assertThat(waiting()).containsExactly("confirmPartnership");
        walk.done(number, second, CONFIRMED);
        assertThat(waiting()).containsExactly("schoolSignOff");
    }

    @Test
    void aStuckClaimOfOnePartnerIsReleasedAndTheOthersIsNot() {
        var administrator = people.in(organisations.department(Department.EDUCATION), Role.SYSTEM_ADMINISTRATOR);
        String task = walk.task(number, first).id();
        String others = walk.task(number, second).id();
        perform(TaskOperation.CLAIM, task, first, Wanted.nothing());
        perform(TaskOperation.CLAIM, others, second, Wanted.nothing());

        clock.set(MovableClock.at("2026-03-05T23:59"));
        assertThat(operations.perform(TaskOperation.RELEASE, task, administrator, Wanted.because("请假")))
                .isInstanceOf(OperationResult.Refused.class);
        clock.set(MovableClock.at("2026-03-06T00:00"));
        assertThat(operations.perform(TaskOperation.RELEASE, task, second, Wanted.because("请假")))
                .isEqualTo(new OperationResult.NotFound());
        perform(TaskOperation.RELEASE, task, administrator, Wanted.because("请假"));

        assertThat(inbox.find(task, colleague).orElseThrow().isClaimed()).isFalse();
        assertThat(inbox.find(others, second).orElseThrow().isClaimed()).isTrue();
        assertThat(inbox.complete(task, colleague, CONFIRMED, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
        assertThat(waiting()).containsExactly("confirmPartnership");
        assertThat(inbox.complete(others, second, CONFIRMED, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
        assertThat(waiting()).containsExactly("schoolSignOff");
    }

    @Test
    void aRefusalBesideItEndsWhatWasClaimedLentAndSealed() {
        String task = walk.task(number, first).id();
        perform(TaskOperation.ADD_SIGNER_AFTER, task, first, Wanted.of("请签署", id(colleague)));
        assertThat(inbox.complete(task, first, CONFIRMED, Optional.empty())).isInstanceOf(Completion.Sealed.class);

        walk.done(number, second, Map.of("decision", "declined", "opinion", "未参与该项目"));

        assertThat(waiting()).containsExactly("fillInApplication");
        assertThat(inbox.find(task, first).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
        assertThat(walk.hasTask(number, colleague)).isFalse();
        assertThat(inbox.complete(task, first, CONFIRMED, Optional.empty())).isInstanceOf(Completion.Cancelled.class);
    }

    @Test
    void theLeadersSignOffInsideTheSubProcessIsSealedSignedAndTakenBack() {
        walk.done(number, first, CONFIRMED);
        walk.done(number, second, CONFIRMED);
        var viceHead = people.leaderOf(OF_LOUDI);
        String signOff = walk.task(number, leader).id();
        perform(TaskOperation.ADD_SIGNER_AFTER, signOff, leader, Wanted.of("请会签", id(viceHead)));
        assertThat(inbox.complete(signOff, leader, Map.of("decision", "signedOff"), Optional.empty()))
                .isInstanceOf(Completion.Sealed.class);
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.SCHOOL_SIGN_OFF);
        String signature = jdbc.sql("select task_id from inbox_task where helps_task_id = :task")
                .param("task", signOff)
                .query(String.class)
                .single();
        perform(TaskOperation.SIGN, signature, viceHead, Wanted.because("同意"));
        assertThat(waiting()).containsExactly("cityReview");

        clock.set(clock.instant().plusSeconds(60));
        perform(TaskOperation.WITHDRAW, signOff, leader, Wanted.because("盖错章"));
        assertThat(waiting()).containsExactly("schoolSignOff");
        assertThat(reading.find(number, people.cityReviewer(People.LOUDI))).isEmpty();
    }

    private void perform(TaskOperation operation, String task, Actor actor, Wanted wanted) {
        assertThat(operations.perform(operation, task, actor, wanted)).isInstanceOf(OperationResult.Done.class);
    }

    private List<String> waiting() {
        return jdbc.sql("""
                        select t.task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = :number""").param("number", number.value()).query(String.class).list();
    }

    private static String id(Actor actor) {
        return String.valueOf(actor.account().value());
    }
}
