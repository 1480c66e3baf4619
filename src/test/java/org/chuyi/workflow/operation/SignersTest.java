package org.chuyi.workflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.People;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.TaskOperation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 加签与减签, before and after the holder's decision. */
class SignersTest extends DeskScene {

    @Autowired
    ApplicationDirectory applications;

    Actor lawyer;
    Actor auditor;

    @BeforeEach
    void twoOfTheHouse() {
        lawyer = lawyer();
        auditor = lawyer();
    }

    @Test
    void beforeAllHaveSignedNobodyDecides() {
        add(TaskOperation.ADD_SIGNER_BEFORE, lawyer);
        add(TaskOperation.ADD_SIGNER_BEFORE, auditor);

        assertThat(codeOf(complete())).isEqualTo("workflow.problem.signersAwaited");
        assertThat(reading.find(number, lawyer)).isPresent();
        answer(TaskOperation.SIGN, lawyer, "程序合规");
        assertThat(reading.find(number, lawyer)).isEmpty();
        assertThat(codeOf(complete())).isEqualTo("workflow.problem.signersAwaited");
        answer(TaskOperation.OBJECT, auditor, "资金测算偏高");

        assertThat(told(reviewer, "signerAgreed")).isEqualTo(1);
        assertThat(told(reviewer, "signerObjected")).isEqualTo(1);
        assertThat(complete()).isInstanceOf(Completion.Completed.class);
        assertThat(doneBy(lawyer)).containsExactly("signed");
        assertThat(doneBy(auditor)).containsExactly("objected");
        assertThat(doneBy(reviewer)).containsExactly("recommended");
    }

    @Test
    void aDecisionIsSealedUntilTheLastHasAgreedAndThenCarriedOutInItsHoldersName() {
        add(TaskOperation.ADD_SIGNER_AFTER, lawyer);
        add(TaskOperation.ADD_SIGNER_AFTER, auditor);

        assertThat(complete()).isInstanceOf(Completion.Sealed.class);
        assertThat(status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
        assertThat(inbox.complete(task, people.cityReviewer(LOUDI), Submission.returning(), Optional.empty()))
                .isEqualTo(new Completion.ClaimedBy(reviewer.name()));
        answer(TaskOperation.SIGN, lawyer, "同意");
        assertThat(status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
        answer(TaskOperation.SIGN, auditor, "同意");

        assertThat(status()).isEqualTo(ApplicationStatus.FORMAL_CHECK);
        var done = inbox.find(task, reviewer).orElseThrow();
        assertThat(done.completedBy()).contains(reviewer.account());
        assertThat(done.outcome()).contains("recommended");
        assertThat(jdbc.sql("select count(*) from sealed_decision where task_id = :task")
                        .param("task", task)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anObjectionBringsTheSealedDecisionBackAndNobodyElseNeedSignIt() {
        add(TaskOperation.ADD_SIGNER_AFTER, lawyer);
        add(TaskOperation.ADD_SIGNER_AFTER, auditor);
        assertThat(complete()).isInstanceOf(Completion.Sealed.class);

        answer(TaskOperation.OBJECT, lawyer, "依据不足");

        assertThat(status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
        assertThat(lists.toDo(auditor, InboxQuery.ALL).rows()).isEmpty();
        assertThat(told(reviewer, "signerObjected")).isEqualTo(1);
        assertThat(inbox.complete(task, reviewer, Submission.returning(), Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
        assertThat(status()).isEqualTo(ApplicationStatus.RETURNED);
    }

    @Test
    void whatCannotBeAcceptedIsNotSealed() {
        add(TaskOperation.ADD_SIGNER_AFTER, lawyer);

        assertThat(inbox.complete(task, reviewer, Map.of("decision", "recommended"), Optional.empty()))
                .isInstanceOf(Completion.Rejected.class);
        assertThat(jdbc.sql("select count(*) from sealed_decision where task_id = :task")
                        .param("task", task)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDroppedSignerNeedNotSignAndTheSealedDecisionGoesOn() {
        add(TaskOperation.ADD_SIGNER_AFTER, lawyer);
        assertThat(complete()).isInstanceOf(Completion.Sealed.class);

        perform(TaskOperation.DROP_SIGNER, reviewer, Wanted.of("已离岗", id(lawyer)));

        assertThat(lists.toDo(lawyer, InboxQuery.ALL).rows()).isEmpty();
        assertThat(reading.find(number, lawyer)).isEmpty();
        assertThat(status()).isEqualTo(ApplicationStatus.FORMAL_CHECK);
    }

    @Test
    void nobodyIsAskedTwiceAndNobodyFromElsewhere() {
        add(TaskOperation.ADD_SIGNER_BEFORE, lawyer);

        for (var person : List.of(lawyer, reviewer, people.cityReviewer(People.ZHUZHOU))) {
            assertThat(operations.perform(TaskOperation.ADD_SIGNER_AFTER, task, reviewer, Wanted.of("请签", id(person))))
                    .isInstanceOf(OperationResult.Refused.class);
        }
    }

    private void add(TaskOperation operation, Actor signer) {
        perform(operation, reviewer, Wanted.of("请签署意见", id(signer)));
    }

    private void answer(TaskOperation operation, Actor signer, String opinion) {
        String part = lists.toDo(signer, InboxQuery.ALL).rows().get(0).id();
        assertThat(operations.perform(operation, part, signer, Wanted.because(opinion)))
                .isInstanceOf(OperationResult.Done.class);
    }

    private Completion complete() {
        return inbox.complete(task, reviewer, Submission.recommending(), Optional.empty());
    }

    private ApplicationStatus status() {
        return applications.get(number).status();
    }

    private List<String> doneBy(Actor actor) {
        return lists.done(actor, InboxQuery.ALL).rows().stream()
                .map(InboxTask::outcome)
                .map(Optional::orElseThrow)
                .toList();
    }
}
