package org.chuyi.shared;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Workdays (工作日) by the State Council's yearly notice on days off and make-up workdays (调休). A day that no notice names
 * is a workday from Monday to Friday; so is every day of a year that is not announced yet.
 */
public final class WorkCalendar {

    /** Where a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int REMINDED_WORKDAYS_BEFORE = 2;
    private static final LocalTime REMINDED_AT = LocalTime.of(9, 0);

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final WorkCalendar STATE_COUNCIL =
            new WorkCalendar(ReferenceTable.read("work-calendar.csv", Occasion.class));

    private final Set<Integer> announcedYears;
    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> makeUpWorkdays;

    /**
     * One occasion of a notice.
     *
     * @param year the notice's year; 元旦 may begin in the December before it
     * @param firstDayOff, lastDayOff inclusive, ISO dates
     * @param makeUpWorkdays ISO dates, separated by spaces
     */
    record Occasion(int year, String occasion, String firstDayOff, String lastDayOff, String makeUpWorkdays) {

        Stream<LocalDate> daysOff() {
            return LocalDate.parse(firstDayOff)
                    .datesUntil(LocalDate.parse(lastDayOff).plusDays(1));
        }

        Stream<LocalDate> workdays() {
            return makeUpWorkdays.isBlank()
                    ? Stream.empty()
                    : Stream.of(makeUpWorkdays.split(" ")).map(LocalDate::parse);
        }
    }

    WorkCalendar(List<Occasion> occasions) {
        announcedYears = occasions.stream().map(Occasion::year).collect(toUnmodifiableSet());
        daysOff = occasions.stream().flatMap(Occasion::daysOff).collect(toSet());
        makeUpWorkdays = occasions.stream().flatMap(Occasion::workdays).collect(toSet());
        Set<LocalDate> both = new HashSet<>(daysOff);
        both.retainAll(makeUpWorkdays);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("Both off and worked: " + both);
        }
    }

    /** The calendar that the program ships with, {@code reference/work-calendar.csv}. */
    public static WorkCalendar stateCouncil() {
        return STATE_COUNCIL;
    }

    /** Whether the year's notice is known; if not, days of that year are counted by weekday alone. */
    public boolean isAnnounced(int year) {
        return announcedYears.contains(year);
    }

    public boolean isWorkday(LocalDate day) {
        return makeUpWorkdays.contains(day) || !daysOff.contains(day) && !WEEKEND.contains(day.getDayOfWeek());
    }

    /**
     * The {@code count}th workday after {@code day}, which itself does not count; before it when negative; {@code day}
     * when zero.
     */
    public LocalDate plusWorkdays(LocalDate day, int count) {
        int step = Integer.signum(count);
        LocalDate reached = day;
        for (int left = Math.abs(count); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorkday(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many workdays there are from {@code first} to {@code last}, both counted; 0 when they are the wrong way round. */
    public int workdaysBetween(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return 0;
        }
        return (int) first.datesUntil(last.plusDays(1)).filter(this::isWorkday).count();
    }

    /** 24:00 of the day: the first instant that is too late. */
    public static Instant deadline(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** 24:00 of the {@code workdays}th workday after the day of {@code start}. */
    public Instant deadlineAfter(Instant start, int workdays) {
        return deadline(plusWorkdays(dayOf(start), workdays));
    }

    /**
     * When who has had a task since then is reminded of its deadline: 09:00 of the second workday before the last day or,
     * where it has come up later, of the last day; empty where that is too late too, since then nobody needs a reminder.
     */
    public Optional<Instant> reminderOf(Instant deadline, Instant since) {
        LocalDate lastDay = lastDayBefore(deadline);
        return Stream.of(plusWorkdays(lastDay, -REMINDED_WORKDAYS_BEFORE), lastDay)
                .map(WorkCalendar::reminderOn)
                .filter(since::isBefore)
                .findFirst();
    }

    private static Instant reminderOn(LocalDate day) {
        return day.atTime(REMINDED_AT).atZone(ZONE).toInstant();
    }

    /**
     * Workdays after today until a deadline: 0 when no further one is left, negative when it has passed, by as many
     * workdays as have begun since and at least one.
     */
    public int workdaysLeft(Instant now, Instant deadline) {
        LocalDate today = dayOf(now);
        LocalDate last = lastDayBefore(deadline);
        return now.isBefore(deadline)
                ? workdaysBetween(today.plusDays(1), last)
                : -Math.max(1, workdaysBetween(last.plusDays(1), today));
    }

    /** The day on which an instant falls. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The reverse of {@link #deadline}: the day that is shown to people for a deadline at midnight. */
    public static LocalDate lastDayBefore(Instant deadline) {
        return dayOf(deadline.minusNanos(1));
    }
}
