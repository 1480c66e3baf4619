package org.chuyi.workflow.web;

import java.time.Duration;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How long something took, in its two largest units: 3 天 4 小时, 12 分钟, 不到 1 秒. */
@Component
public class DurationTexts {

    private final MessageSource messages;

    DurationTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Optional<Duration> duration) {
        return duration.map(this::of).orElse("—");
    }

    private String of(Duration duration) {
        if (duration.toDays() > 0) {
            return text("days", duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return text("hours", duration.toHours(), duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return text("minutes", duration.toMinutes());
        }
        return duration.toSeconds() > 0 ? text("seconds", duration.toSeconds()) : text("instant");
    }

    private String text(String unit, Object... parts) {
        return messages.getMessage("workflow.duration." + unit, parts, LocaleContextHolder.getLocale());
    }
}
