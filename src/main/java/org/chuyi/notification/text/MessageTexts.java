package org.chuyi.notification.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The texts of messages: the administrator's, or else {@code notification.<template>.title} and {@code .text}; with {name}
 * for named values.
 *
 * <p>A value that is an ISO date or instant is written as the reader's language writes dates; one that is a map with
 * {@code zh} and {@code en} gives the reader's.
 */
@Component
public class MessageTexts {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    /** Among a message's arguments, where its reader stands in for somebody: that person's name. */
    private static final String STANDS_IN_FOR = "standsInFor";

    private final MessageSource messages;
    private final TemplateVersions versions;

    MessageTexts(MessageSource messages, TemplateVersions versions) {
        this.messages = messages;
        this.versions = versions;
    }

    /** Both are plain text, to be escaped where they become HTML. */
    public record Text(String title, String text) {}

    /** What holds at this moment: one question for however many messages. */
    public InForce inForce() {
        return new InForce(versions.inForce());
    }

    /** The texts as they are now. */
    public final class InForce {

        private final Map<String, NoticeTexts> changed;

        private InForce(Map<String, NoticeTexts> changed) {
            this.changed = changed;
        }

        /** A deputy reads besides for whom she is told. */
        public Text of(String template, Map<String, ?> arguments, Locale reader) {
            NoticeTexts texts = changed.getOrDefault(template, usual(template));
            Text own = filled(texts, arguments, reader);
            return Optional.ofNullable(arguments.get(STANDS_IN_FOR))
                    .map(principal -> messages.getMessage(
                            "notification.standsInFor", new Object[] {own.text(), principal}, reader))
                    .map(text -> new Text(own.title(), text))
                    .orElse(own);
        }
    }

    Text filled(NoticeTexts texts, Map<String, ?> arguments, Locale reader) {
        return new Text(
                new TextTemplate(texts.title(reader)).filled(arguments, reader),
                new TextTemplate(texts.text(reader)).filled(arguments, reader));
    }

    /** Those that the program brings along. */
    NoticeTexts usual(String template) {
        return new NoticeTexts(
                pattern(template, "title", Locale.SIMPLIFIED_CHINESE),
                pattern(template, "text", Locale.SIMPLIFIED_CHINESE),
                pattern(template, "title", Locale.ENGLISH),
                pattern(template, "text", Locale.ENGLISH));
    }

    /** The named values that a template's own texts use in a language: whoever tells gives them. Empty of an unknown one. */
    public Set<String> valuesOf(String template, Locale reader) {
        Set<String> names = new TreeSet<>();
        for (String part : new String[] {"title", "text"}) {
            names.addAll(new TextTemplate(pattern(template, part, reader)).names());
        }
        return names;
    }

    public boolean knows(String template) {
        return messages.getMessage(key(template, "title"), null, null, Locale.SIMPLIFIED_CHINESE) != null
                && messages.getMessage(key(template, "text"), null, null, Locale.SIMPLIFIED_CHINESE) != null;
    }

    private String pattern(String template, String part, Locale reader) {
        return messages.getMessage(key(template, part), null, "", reader);
    }

    private static String key(String template, String part) {
        return "notification." + template + "." + part;
    }

    /** A value as the reader's language writes it. */
    public static String shown(Object value, Locale reader) {
        boolean english = reader.getLanguage().equals("en");
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> languages) {
            Object own = languages.get(english ? "en" : "zh");
            return shown(own == null ? languages.get("zh") : own, reader);
        }
        String text = value.toString();
        if (DATE.matcher(text).matches()) {
            return formatted(LocalDate.parse(text), english ? "d MMMM yyyy" : "yyyy年M月d日");
        }
        if (INSTANT.matcher(text).matches()) {
            return formatted(
                    Instant.parse(text).atZone(WorkCalendar.ZONE), english ? "d MMMM yyyy, HH:mm" : "yyyy年M月d日 HH:mm");
        }
        return text;
    }

    private static String formatted(TemporalAccessor time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }
}
