package org.chuyi.application;

import java.time.Instant;
import java.time.LocalDate;
import org.chuyi.shared.WorkCalendar;

/** How many workdays are left until a deadline at midnight, as lists show it. */
public final class WorkdaysLeft {

    private static final WorkCalendar CALENDAR = WorkCalendar.stateCouncil();

    private WorkdaysLeft() {}

    /** 0 on the last day, negative when it has passed; null without a deadline. */
    public static Integer until(Instant due, Instant now) {
        if (due == null) {
            return null;
        }
        LocalDate last = WorkCalendar.lastDayBefore(due);
        LocalDate today = WorkCalendar.dayOf(now);
        if (today.isAfter(last)) {
            return -Math.max(1, CALENDAR.workdaysBetween(last.plusDays(1), today));
        }
        return today.equals(last) ? 0 : Math.max(1, CALENDAR.workdaysBetween(today.plusDays(1), last));
    }
}
