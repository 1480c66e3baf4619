package org.chuyi.publicity.web;

import java.time.Instant;
import java.time.LocalDate;
import org.chuyi.publicity.PublicityList;
import org.chuyi.shared.WorkCalendar;

/**
 * A list as its public page shows it.
 *
 * @param open whether objections are taken at this moment
 * @param day which workday of the display today is; 0 on the day of the start
 * @param days how many workdays the display has
 */
record ShownList(
        PublicityList list, String title, LocalDate firstDay, LocalDate lastDay, boolean open, int day, int days) {

    static ShownList of(PublicityList list, String title, Instant now) {
        var calendar = WorkCalendar.stateCouncil();
        LocalDate start = WorkCalendar.dayOf(list.displayedFrom());
        LocalDate last = WorkCalendar.lastDayBefore(list.displayedUntil());
        LocalDate today = WorkCalendar.dayOf(now).isAfter(last) ? last : WorkCalendar.dayOf(now);
        return new ShownList(
                list,
                title,
                start,
                last,
                list.takesObjections(now),
                today.isAfter(start) ? calendar.workdaysBetween(start.plusDays(1), today) : 0,
                calendar.workdaysBetween(start.plusDays(1), last));
    }

    public int rows() {
        return list.sections().stream()
                .mapToInt(section -> section.rows().size())
                .sum();
    }
}
