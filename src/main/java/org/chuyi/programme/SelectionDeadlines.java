package org.chuyi.programme;

import java.time.Instant;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** When the steps of a round's selection are due, in workdays as the round says. */
@Component
public class SelectionDeadlines {

    private final WorkCalendar calendar = WorkCalendar.stateCouncil();
    private final RoundStore rounds;

    SelectionDeadlines(RoundStore rounds) {
        this.rounds = rounds;
    }

    /** The day of the start does not count; the step is due at 24:00 of the last workday. One small statement. */
    public Instant due(RoundCode round, SelectionStep step, Instant start) {
        return calendar.deadlineAfter(start, rounds.selectionDays(round, step));
    }
}
