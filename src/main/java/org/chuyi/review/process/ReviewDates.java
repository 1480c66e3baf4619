package org.chuyi.review.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.programme.Deadline;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.Step;
import org.springframework.stereotype.Component;

/** When reviews are due, and when their owners are reminded, for the timers of the model. Public, since the engine calls it from expressions. */
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
        return Date.from(deadline(execution, Step.CITY_REVIEW).dueAt());
    }

    public Date cityReviewReminder(DelegateExecution execution) {
        return Date.from(deadline(execution, Step.CITY_REVIEW).remindAt());
    }

    public Date formalCheckDue(DelegateExecution execution) {
        return Date.from(deadline(execution, Step.FORMAL_CHECK).dueAt());
    }

    public Date formalCheckReminder(DelegateExecution execution) {
        return Date.from(deadline(execution, Step.FORMAL_CHECK).remindAt());
    }

    /** The timers are set at the moment when the review begins. */
    private Deadline deadline(DelegateExecution execution, Step step) {
        var application = applications.get(new ApplicationNumber(execution.getProcessBusinessKey()));
        var round = rounds.byCode(application.roundCode()).orElseThrow();
        return deadlines.deadline(round, application.programmeCode(), step, clock.instant());
    }
}
