package org.chuyi.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.chuyi.ChuyiApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How times, deadlines, numbers and sizes read in templates, as {@code ${@chuyiText.dateTime(at)}}. */
@Component
class ChuyiText {

    private static final int SOON = 2;

    private final MessageSource messages;
    private final Clock clock;

    ChuyiText(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** 2026年3月2日. */
    public String date(Temporal when) {
        return format(when, "portal.format.date");
    }

    /** 2026年3月2日 14:05. */
    public String dateTime(Temporal when) {
        return format(when, "portal.format.date-time");
    }

    /** 2026年3月2日 14:05:09. */
    public String dateTimeSeconds(Temporal when) {
        return format(when, "portal.format.date-time-seconds");
    }

    /** 2026-03-02 14:05, for dense tables. */
    public String shortDateTime(Temporal when) {
        return when == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(local(when));
    }

    /** 3 分钟前, 昨天 14:05, then the date and time. */
    public String relative(Temporal when) {
        if (when == null) {
            return "";
        }
        var then = local(when);
        var now = LocalDateTime.now(clock.withZone(ChuyiApplication.ZONE));
        var minutes = Duration.between(then, now).toMinutes();
        if (minutes < 0 || minutes >= Duration.ofDays(2).toMinutes()) {
            return dateTime(when);
        }
        if (minutes < 1) {
            return text("portal.relative.now");
        }
        if (minutes < 60) {
            return text("portal.relative.minutes", minutes);
        }
        var days = ChronoUnit.DAYS.between(then.toLocalDate(), now.toLocalDate());
        if (days == 0) {
            return text("portal.relative.hours", minutes / 60);
        }
        return days == 1
                ? text(
                        "portal.relative.yesterday",
                        DateTimeFormatter.ofPattern("HH:mm").format(then))
                : dateTime(when);
    }

    /** 还剩 3 个工作日, 今天截止, 已逾期 2 个工作日; empty without a deadline. */
    public String workdaysLeft(Integer workdays) {
        if (workdays == null) {
            return "";
        }
        if (workdays == 0) {
            return text("portal.deadline.today");
        }
        return workdays > 0
                ? text("portal.deadline.left", workdays)
                : text("portal.deadline.overdue", Math.abs(workdays));
    }

    /** CSS class of a deadline: overdue, soon, calm. */
    public String deadlineTone(Integer workdays) {
        if (workdays == null) {
            return "calm";
        }
        if (workdays < 0) {
            return "overdue";
        }
        return workdays <= SOON ? "soon" : "calm";
    }

    /** 12,345.6. */
    public String number(Number number) {
        return number == null
                ? ""
                : java.text.NumberFormat.getInstance(Locale.ENGLISH).format(number);
    }

    /** 1.2 MB. */
    public String size(Long bytes) {
        if (bytes == null) {
            return "";
        }
        if (bytes < 1024) {
            return bytes + " B";
        }
        double kilobytes = bytes / 1024.0;
        return kilobytes < 1024 ? "%.0f kB".formatted(kilobytes) : "%.1f MB".formatted(kilobytes / 1024);
    }

    private String format(Temporal when, String patternKey) {
        if (when == null) {
            return "";
        }
        var locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(messages.getMessage(patternKey, null, locale), locale)
                .format(local(when));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static LocalDateTime local(Temporal when) {
        if (when instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ChuyiApplication.ZONE);
        }
        if (when instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(ChuyiApplication.ZONE).toLocalDateTime();
        }
        if (when instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(ChuyiApplication.ZONE).toLocalDateTime();
        }
        if (when instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        return LocalDateTime.from(when);
    }
}
