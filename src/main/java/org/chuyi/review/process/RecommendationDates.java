package org.chuyi.review.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.SelectionStep;
import org.springframework.stereotype.Component;

/** When lists and the round's formal check are due, counted from now. Public, since the engine calls it from expressions. */
@Component("recommendationDates")
public class RecommendationDates {

    private final DeadlineRules deadlines;
    private final Clock clock;

    RecommendationDates(DeadlineRules deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date sealDue(DelegateExecution execution) {
        return due(SelectionStep.SEAL_RECOMMENDATION);
    }

    public Date acceptDue(DelegateExecution execution) {
        return due(SelectionStep.ACCEPT_RECOMMENDATION);
    }

    public Date formalCheckDue(DelegateExecution execution) {
        return due(SelectionStep.FINISH_FORMAL_CHECK);
    }

    private Date due(SelectionStep step) {
        return Date.from(deadlines.due(step, clock.instant()));
    }
}
