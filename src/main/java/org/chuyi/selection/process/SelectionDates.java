package org.chuyi.selection.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.SelectionDeadlines;
import org.chuyi.programme.SelectionStep;
import org.chuyi.selection.ContestKey;
import org.springframework.stereotype.Component;

/**
 * When the steps of a contest are due, counted from the moment at which each begins. Public, since the engine calls it
 * from expressions.
 */
@Component("selectionDates")
public class SelectionDates {

    private final SelectionDeadlines deadlines;
    private final Clock clock;

    SelectionDates(SelectionDeadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date drawDue(DelegateExecution execution) {
        return due(execution, SelectionStep.DRAW_EXPERTS);
    }

    public Date invitationDue(DelegateExecution execution) {
        return due(execution, SelectionStep.ANSWER_INVITATION);
    }

    public Date scoringDue(DelegateExecution execution) {
        return due(execution, SelectionStep.SCORING);
    }

    public Date discussionDue(DelegateExecution execution) {
        return due(execution, SelectionStep.DISCUSSION);
    }

    public Date rankingDue(DelegateExecution execution) {
        return due(execution, SelectionStep.CONFIRM_RANKING);
    }

    public Date countersignDue(DelegateExecution execution) {
        return due(execution, SelectionStep.COUNTERSIGN);
    }

    public Date reconcileDue(DelegateExecution execution) {
        return due(execution, SelectionStep.RECONCILE);
    }

    public Date decisionDue(DelegateExecution execution) {
        return due(execution, SelectionStep.FINAL_DECISION);
    }

    private Date due(DelegateExecution execution, SelectionStep step) {
        var round = ContestKey.of(execution.getProcessBusinessKey()).round();
        return Date.from(deadlines.due(round, step, clock.instant()));
    }
}
