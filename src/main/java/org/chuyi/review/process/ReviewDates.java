package org.chuyi.review.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.Step;
import org.springframework.stereotype.Component;

/** When reviews are due. Public, since the engine calls it from expressions. */
@Component("reviewDates")
public class ReviewDates {

    private final ApplicationDirectory applications;
    private final Rounds rounds;
    private final DeadlineRules deadlines;
    private final Clock clock;

    ReviewDates(ApplicationDirectory applications, Rounds rounds, DeadlineRules deadlines, Clock clock) {
        this.applications = applications;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Date cityReviewDue(DelegateExecution execution) {
        return due(execution, Step.CITY_REVIEW);
    }

    public Date formalCheckDue(DelegateExecution execution) {
        return due(execution, Step.FORMAL_CHECK);
    }

    /** Asked at the moment when the review begins. */
    private Date due(DelegateExecution execution, Step step) {
        var application = applications.get(new ApplicationNumber(execution.getProcessBusinessKey()));
        var round = rounds.byCode(application.roundCode()).orElseThrow();
        return Date.from(deadlines.due(round, application.programmeCode(), step, clock.instant()));
    }
}
