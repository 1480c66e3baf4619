package org.chuyi.review.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.SelectionDeadlines;
import org.chuyi.programme.SelectionStep;
import org.chuyi.review.RecommendationKey;
import org.springframework.stereotype.Component;

/** When lists and the round's formal check are due, counted from now. Public, since the engine calls it from expressions. */
@Component("recommendationDates")
public class RecommendationDates {

    private final SelectionDeadlines deadlines;
    private final Clock clock;

    RecommendationDates(SelectionDeadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date sealDue(DelegateExecution execution) {
        return due(roundOfList(execution), SelectionStep.SEAL_RECOMMENDATION);
    }

    public Date acceptDue(DelegateExecution execution) {
        return due(roundOfList(execution), SelectionStep.ACCEPT_RECOMMENDATION);
    }

    public Date formalCheckDue(DelegateExecution execution) {
        return due(new RoundCode(execution.getProcessBusinessKey()), SelectionStep.FINISH_FORMAL_CHECK);
    }

    private static RoundCode roundOfList(DelegateExecution execution) {
        return RecommendationKey.of(execution.getProcessBusinessKey()).round();
    }

    private Date due(RoundCode round, SelectionStep step) {
        return Date.from(deadlines.due(round, step, clock.instant()));
    }
}
