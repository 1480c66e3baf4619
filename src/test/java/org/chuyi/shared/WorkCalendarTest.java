package org.chuyi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = WorkCalendar.stateCouncil();

    @Test
    void publicityFrom6To12July2022IsFiveWorkdays() {
        assertThat(calendar.workdaysBetween(day("2022-07-06"), day("2022-07-12")))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-10-07, false", // last day of National Day
        "2022-10-08, true", // a Saturday, made up
        "2022-10-09, true", // a Sunday, made up
        "2022-12-31, false", // a Saturday, off by the notice for 2023
        "2023-01-02, false",
        "2026-01-04, true", // a Sunday, made up
        "2026-02-28, true", // a Saturday, made up
        "2026-03-02, true",
        "2026-03-07, false",
        "2026-09-20, true",
        "2026-10-10, true"
    })
    void workdaysFollowTheNotices(LocalDate day, boolean workday) {
        assertThat(calendar.isWorkday(day)).isEqualTo(workday);
    }

    /**
     * Make-up days only move days off about, so a year has its days from Monday to Friday less the statutory holidays:
     * 11, and 13 since 2025 (全国年节及纪念日放假办法).
     */
    @ParameterizedTest
    @CsvSource({"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void everyAnnouncedYearHasItsNumberOfWorkdays(int year, int workdays) {
        assertThat(calendar.isAnnounced(year)).isTrue();
        assertThat(calendar.workdaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEqualTo(workdays);
    }

    @Test
    void yearNotAnnouncedYetIsCountedByWeekday() {
        assertThat(calendar.isAnnounced(2027)).isFalse();
        assertThat(calendar.isAnnounced(2020)).isFalse();
        assertThat(calendar.isWorkday(day("2027-10-01"))).isTrue();
        assertThat(calendar.isWorkday(day("2027-10-02"))).isFalse();
    }

    @Test
    void workdaysAreCountedFromTheNextDayOn() {
        assertThat(calendar.plusWorkdays(day("2022-07-05"), 5)).isEqualTo("2022-07-12");
        assertThat(calendar.plusWorkdays(day("2022-09-30"), 1)).isEqualTo("2022-10-08");
        assertThat(calendar.plusWorkdays(day("2022-10-01"), 1)).isEqualTo("2022-10-08");
        assertThat(calendar.plusWorkdays(day("2022-10-01"), 0)).isEqualTo("2022-10-01");
    }

    @Test
    void workdaysAreCountedBackwardsForReminders() {
        assertThat(calendar.plusWorkdays(day("2022-10-09"), -2)).isEqualTo("2022-09-30");
    }

    @Test
    void aReminderComesTwoWorkdaysBeforeTheLastDayOrOnItOrNotAtAll() {
        Instant deadline = WorkCalendar.deadline(day("2022-10-10"));
        Instant early = nineOClock("2022-10-08");
        Instant late = nineOClock("2022-10-10");

        assertThat(calendar.reminderOf(deadline, nineOClock("2022-09-01"))).contains(early);
        assertThat(calendar.reminderOf(deadline, early.minusSeconds(1))).contains(early);
        assertThat(calendar.reminderOf(deadline, early)).contains(late);
        assertThat(calendar.reminderOf(deadline, late.minusSeconds(1))).contains(late);
        assertThat(calendar.reminderOf(deadline, late)).isEmpty();
    }

    @Test
    void noWorkdaysBetweenDaysTheWrongWayRound() {
        assertThat(calendar.workdaysBetween(day("2022-07-12"), day("2022-07-06")))
                .isZero();
        assertThat(calendar.workdaysBetween(day("2022-07-06"), day("2022-07-06")))
                .isEqualTo(1);
    }

    @Test
    void windowEndsAt24HoursOfItsLastDayInShanghai() {
        Instant deadline = WorkCalendar.deadline(day("2026-03-31"));
        assertThat(deadline).isEqualTo("2026-03-31T16:00:00Z");
        assertThat(WorkCalendar.lastDayBefore(deadline)).isEqualTo("2026-03-31");
        assertThat(WorkCalendar.dayOf(deadline)).isEqualTo("2026-04-01");
    }

    @Test
    void deadlineOfATaskCountsFromTheDayInShanghai() {
        Instant lateInTheEveningOfMonday = Instant.parse("2026-03-02T15:59:59Z");
        Instant earlyOnTuesday = Instant.parse("2026-03-02T16:00:00Z");
        assertThat(calendar.deadlineAfter(lateInTheEveningOfMonday, 10))
                .isEqualTo(WorkCalendar.deadline(day("2026-03-16")));
        assertThat(calendar.deadlineAfter(earlyOnTuesday, 10)).isEqualTo(WorkCalendar.deadline(day("2026-03-17")));
    }

    @Test
    void aDayCannotBeBothOffAndWorked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(
                        List.of(new WorkCalendar.Occasion(2030, "元旦", "2030-01-01", "2030-01-03", "2030-01-02"))));
    }

    @Test
    void datesAreWrittenAsOfficialTextsDo() {
        assertThat(ChineseDates.date(day("2026-03-02"))).isEqualTo("2026年3月2日");
        assertThat(ChineseDates.dateAndTime(Instant.parse("2026-03-02T01:00:00Z")))
                .isEqualTo("2026年3月2日 09:00");
        assertThat(ChineseDates.deadline(WorkCalendar.deadline(day("2026-03-31"))))
                .isEqualTo("2026年3月31日24:00");
    }

    private static Instant nineOClock(String day) {
        return day(day).atTime(9, 0).atZone(WorkCalendar.ZONE).toInstant();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
