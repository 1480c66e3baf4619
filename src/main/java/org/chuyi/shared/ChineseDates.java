package org.chuyi.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as official Chinese texts write them (GB/T 9704: no leading zeros in months and days). */
public final class ChineseDates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("y年M月d日", Locale.CHINA);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("y年M月d日 HH:mm", Locale.CHINA);

    private ChineseDates() {}

    /** 2026年3月2日. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** 2026年3月2日 09:00, in Shanghai. */
    public static String dateAndTime(Instant instant) {
        return DATE_AND_TIME.format(instant.atZone(WorkCalendar.ZONE));
    }

    /** 2026年3月2日24:00, for a deadline made by {@link WorkCalendar#deadline}. */
    public static String deadline(Instant deadline) {
        return date(WorkCalendar.lastDayBefore(deadline)) + "24:00";
    }
}
