package org.chuyi.selection.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.SelectionStep;
import org.springframework.stereotype.Component;

/** When the steps of a contest are due. Public, since the engine calls it from expressions. */
@Component("selectionDates")
public class SelectionDates {

    private final DeadlineRules deadlines;
    private final Clock clock;

    SelectionDates(DeadlineRules deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date drawDue(DelegateExecution execution) {
        return due(SelectionStep.DRAW_EXPERTS);
    }

    public Date invitationDue(DelegateExecution execution) {
        return due(SelectionStep.ANSWER_INVITATION);
    }

    public Date scoringDue(DelegateExecution execution) {
        return due(SelectionStep.SCORING);
    }

    public Date discussionDue(DelegateExecution execution) {
        return due(SelectionStep.DISCUSSION);
    }

    public Date rankingDue(DelegateExecution execution) {
        return due(SelectionStep.CONFIRM_RANKING);
    }

    public Date countersignDue(DelegateExecution execution) {
        return due(SelectionStep.COUNTERSIGN);
    }

    public Date reconcileDue(DelegateExecution execution) {
        return due(SelectionStep.RECONCILE);
    }

    public Date decisionDue(DelegateExecution execution) {
        return due(SelectionStep.FINAL_DECISION);
    }

    private Date due(SelectionStep step) {
        return Date.from(deadlines.due(step, clock.instant()));
    }
}
