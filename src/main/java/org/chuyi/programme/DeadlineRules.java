package org.chuyi.programme;

import java.time.Instant;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** The deadlines of the steps, in workdays as the round says. */
@Component
public class DeadlineRules {

    private final WorkCalendar calendar = WorkCalendar.stateCouncil();

    /** The day of the start does not count; the step is due at 24:00 of the last workday: the first instant that is too late. */
    public Instant due(Round round, ProgrammeCode programme, Step step, Instant start) {
        int workdays = round.programme(programme).orElseThrow().workdays().of(step);
        return calendar.deadlineAfter(start, workdays);
    }
}
