package org.chuyi.application;

import java.time.Instant;
import java.util.List;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.WindowMoved;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.Cases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A prolonged window prolongs every application of the round that has not left its school, and the timers with it. */
@Component
class WindowMoves {

    private final ProjectApplications applications;
    private final DeadlineRules deadlines;
    private final Cases cases;

    WindowMoves(ProjectApplications applications, DeadlineRules deadlines, Cases cases) {
        this.applications = applications;
        this.deadlines = deadlines;
        this.cases = cases;
    }

    @EventListener
    void on(WindowMoved moved) {
        Instant closesAt = WorkCalendar.deadline(moved.to());
        List<String> numbers = applications.extendFiling(moved.round(), closesAt);
        cases.moveTimer(numbers, SchoolApplicationProcess.FILING_DEADLINE, closesAt);
        cases.moveTimer(numbers, SchoolApplicationProcess.FILING_REMINDER, deadlines.reminderOf(closesAt));
    }
}
