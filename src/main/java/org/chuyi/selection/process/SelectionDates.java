package org.chuyi.selection.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.SelectionStep;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/**
 * When the steps of a contest are due, counted from the moment at which each begins. Public, since the engine calls it
 * from expressions.
 */
@Component("selectionDates")
public class SelectionDates {

    private static final LocalTime REMINDED_AT = LocalTime.of(9, 0);

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

    /** 09:00 of the last day: the time for an answer is short. */
    public Date invitationReminder(DelegateExecution execution) {
        Instant due = deadlines.due(SelectionStep.ANSWER_INVITATION, clock.instant());
        return Date.from(WorkCalendar.lastDayBefore(due)
                .atTime(REMINDED_AT)
                .atZone(WorkCalendar.ZONE)
                .toInstant());
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
