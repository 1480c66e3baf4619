package org.chuyi.notification.preference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.chuyi.shared.WorkCalendar;

/** When a notice leaves the portal, but for quiet hours, which hold everything. */
public final class SendingRules {

    /** What happens in one press or one step of the engine is over by then. */
    public static final Duration SETTLING = Duration.ofSeconds(30);

    /** More of a kind within this time come together. */
    public static final Duration APART = Duration.ofMinutes(10);

    private static final WorkCalendar CALENDAR = WorkCalendar.stateCouncil();

    private SendingRules() {}

    /** When the sender looks at what was told at that time. */
    public static Instant settled(Instant toldAt) {
        return toldAt.plus(SETTLING);
    }

    /** Settled, and apart from the last of its kind. */
    public static Instant atOnce(Instant toldAt, Optional<Instant> lastOfKind) {
        Instant settled = settled(toldAt);
        return lastOfKind
                .map(last -> last.plus(APART))
                .filter(settled::isBefore)
                .orElse(settled);
    }

    /** The digest hour that follows, of a workday (国务院办公厅节假日安排). */
    public static Instant inDigest(Instant toldAt, int hour) {
        LocalDate today = WorkCalendar.dayOf(toldAt);
        LocalDate day = CALENDAR.isWorkday(today) && atHour(today, hour).isAfter(toldAt)
                ? today
                : CALENDAR.plusWorkdays(today, 1);
        return atHour(day, hour);
    }

    private static Instant atHour(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
