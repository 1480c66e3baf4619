package org.chuyi.publicity.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.SelectionDeadlines;
import org.chuyi.programme.SelectionStep;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityKeys;
import org.springframework.stereotype.Component;

/** When the steps of publicity and objections are due. Public, since the engine calls it from expressions. */
@Component("publicityDates")
public class PublicityDates {

    private final Publicity publicity;
    private final SelectionDeadlines deadlines;
    private final Clock clock;

    PublicityDates(Publicity publicity, SelectionDeadlines deadlines, Clock clock) {
        this.publicity = publicity;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date displayEnds(DelegateExecution execution) {
        return Date.from(publicity
                .last(PublicityKeys.roundOf(execution.getProcessBusinessKey()))
                .orElseThrow()
                .displayedUntil());
    }

    public Date announcementDue(DelegateExecution execution) {
        return due(execution, SelectionStep.ANNOUNCEMENT);
    }

    public Date acceptanceDue(DelegateExecution execution) {
        return due(execution, SelectionStep.ACCEPT_OBJECTION);
    }

    public Date investigationDue(DelegateExecution execution) {
        return due(execution, SelectionStep.INVESTIGATE_OBJECTION);
    }

    public Date answerDue(DelegateExecution execution) {
        return due(execution, SelectionStep.ANSWER_OBJECTION);
    }

    private Date due(DelegateExecution execution, SelectionStep step) {
        var round = PublicityKeys.roundOf(execution.getProcessBusinessKey());
        return Date.from(deadlines.due(round, step, clock.instant()));
    }
}
