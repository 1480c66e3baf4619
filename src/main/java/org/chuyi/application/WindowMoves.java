package org.chuyi.application;

import java.time.Instant;
import java.util.List;
import org.chuyi.programme.WindowMoved;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.TaskDeadlines;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A prolonged window prolongs every application of the round that has not left its school, its timer and its tasks with it. */
@Component
class WindowMoves {

    private final ProjectApplications applications;
    private final Cases cases;
    private final TaskDeadlines deadlines;

    WindowMoves(ProjectApplications applications, Cases cases, TaskDeadlines deadlines) {
        this.applications = applications;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @EventListener
    void on(WindowMoved moved) {
        Instant closesAt = WorkCalendar.deadline(moved.to());
        List<String> numbers = applications.extendFiling(moved.round(), closesAt);
        cases.moveTimer(numbers, SchoolApplicationProcess.FILING_DEADLINE, closesAt);
        deadlines.move(numbers, closesAt);
    }
}
