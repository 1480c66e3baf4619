package org.chuyi.programme;

import java.time.Instant;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** The deadlines of the steps, in workdays as the round says. */
@Component
public class DeadlineRules {

    private final WorkCalendar calendar = WorkCalendar.stateCouncil();

    /** The day of the start does not count; the step is due at 24:00 of the last workday. */
    public Deadline deadline(Round round, ProgrammeCode programme, Step step, Instant start) {
        int workdays = round.programme(programme).orElseThrow().workdays().of(step);
        Instant due = calendar.deadlineAfter(start, workdays);
        return new Deadline(notBefore(start, reminderOf(due)), due);
    }

    public Instant reminderOf(Instant due) {
        return calendar.reminderOf(due);
    }

    private static Instant notBefore(Instant start, Instant reminder) {
        return reminder.isBefore(start) ? start : reminder;
    }
}
