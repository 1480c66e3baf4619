package org.chuyi.workflow.form;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chuyi.shared.ChineseDates;

/** Answers as a reader sees them. Sensitive ones are always masked here. */
public final class FormText {

    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int MOST_DECIMALS = 30;
    private static final BigDecimal EARLIEST_YEAR = BigDecimal.valueOf(1800);
    private static final BigDecimal LATEST_YEAR = BigDecimal.valueOf(2200);

    private FormText() {}

    /** Options by their labels, 1,234.5 亩, 2026年3月2日; empty if there is no answer. */
    public static String of(FormField field, Object value, Locale locale) {
        if (value == null) {
            return "";
        }
        var english = Bilingual.isEnglish(locale);
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field, value.toString());
            case NUMBER -> number(field, value, locale);
            case DATETIME -> date(value.toString(), english);
            case SELECT, RADIO -> option(field, value, locale);
            case CHECKLIST ->
                value instanceof List<?> list
                        ? list.stream()
                                .map(choice -> option(field, choice, locale))
                                .collect(Collectors.joining(english ? ", " : "、"))
                        : "";
            case CHECKBOX -> Boolean.TRUE.equals(value) ? english ? "Yes" : "是" : english ? "No" : "否";
        };
    }

    static Bilingual of(FormField field, Object value) {
        return new Bilingual(of(field, value, Locale.SIMPLIFIED_CHINESE), of(field, value, Locale.ENGLISH));
    }

    private static String text(FormField field, String text) {
        return field.sensitive()
                .map(kind -> FieldCipher.isCipher(text) ? Mask.ALL : Mask.of(kind, text))
                .orElse(text);
    }

    private static String number(FormField field, Object value, Locale locale) {
        if (!(value instanceof Number)) {
            return value.toString();
        }
        var format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        format.setGroupingUsed(!isYear(field));
        var number = format.format(new BigDecimal(value.toString()));
        var unit = field.unit().in(locale);
        if (unit.isEmpty()) {
            return number;
        }
        return unit.equals("%") ? number + unit : number + " " + unit;
    }

    /** Known by its limits: nothing else in a form lies between such two. */
    private static boolean isYear(FormField field) {
        var limits = field.limits();
        return limits.min() != null
                && limits.max() != null
                && limits.min().compareTo(EARLIEST_YEAR) >= 0
                && limits.max().compareTo(LATEST_YEAR) <= 0;
    }

    private static String date(String text, boolean english) {
        try {
            var date = LocalDate.parse(text);
            return english ? ENGLISH_DATE.format(date) : ChineseDates.date(date);
        } catch (DateTimeParseException unfinished) {
            return text;
        }
    }

    private static String option(FormField field, Object value, Locale locale) {
        return field.option(value).map(option -> option.label().in(locale)).orElse(String.valueOf(value));
    }
}
