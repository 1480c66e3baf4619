package org.chuyi.programme;

import java.time.Instant;
import java.time.LocalTime;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** The deadlines of the steps, in workdays as the round says. */
@Component
public class DeadlineRules {

    private static final int REMINDED_WORKDAYS_BEFORE = 2;
    private static final LocalTime REMINDED_AT = LocalTime.of(9, 0);

    private final WorkCalendar calendar = WorkCalendar.stateCouncil();

    /** The day of the start does not count; the step is due at 24:00 of the last workday. */
    public Deadline deadline(Round round, ProgrammeCode programme, Step step, Instant start) {
        int workdays = round.programme(programme).orElseThrow().workdays().of(step);
        Instant due = calendar.deadlineAfter(start, workdays);
        return new Deadline(notBefore(start, reminderOf(due)), due);
    }

    /** When a step of the selection that begins now is due; counted as above. */
    public Instant due(SelectionStep step, Instant start) {
        return calendar.deadlineAfter(start, step.workdays());
    }

    /** 09:00 of the second workday before the last one. */
    public Instant reminderOf(Instant due) {
        return calendar.plusWorkdays(WorkCalendar.lastDayBefore(due), -REMINDED_WORKDAYS_BEFORE)
                .atTime(REMINDED_AT)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    private static Instant notBefore(Instant start, Instant reminder) {
        return reminder.isBefore(start) ? start : reminder;
    }
}
