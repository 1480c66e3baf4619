package org.chuyi.programme;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.chuyi.shared.WorkCalendar;

/** The days on which a round takes applications, both included: it ends at 24:00 of its last day in Shanghai. */
public record RoundWindow(LocalDate opensOn, LocalDate closesOn) implements Serializable {

    public Instant opensAt() {
        return opensOn.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    /** 24:00 of the last day: the first instant that is too late. */
    public Instant closesAt() {
        return closesOn.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    public boolean contains(Instant at) {
        return !at.isBefore(opensAt()) && at.isBefore(closesAt());
    }
}
