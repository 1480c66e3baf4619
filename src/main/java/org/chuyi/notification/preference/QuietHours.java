package org.chuyi.notification.preference;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.chuyi.shared.WorkCalendar;

/**
 * 免打扰时段: nothing leaves the portal until they end. In Shanghai's time; {@code from} and {@code until} alike means never.
 *
 * @param until the first minute that is not quiet
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Both as {@code HH:mm}; empty where one is no time. */
    public static Optional<QuietHours> parse(String from, String until) {
        try {
            return Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(until)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    public boolean isNever() {
        return from.equals(until);
    }

    /** The instant itself, or the end of the quiet hours that it falls in. */
    public Instant endAfter(Instant instant) {
        ZonedDateTime local = instant.atZone(WorkCalendar.ZONE);
        if (!holds(local.toLocalTime())) {
            return instant;
        }
        ZonedDateTime end = local.toLocalDate().atTime(until).atZone(WorkCalendar.ZONE);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }

    private boolean holds(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return !isNever() && (from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil);
    }
}
