package org.chuyi.shared;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/** 专业代码: six digits, the first telling the level, and {@code K} for a state-controlled major (国家控制布点专业). */
public record MajorCode(String value) implements Comparable<MajorCode>, Serializable {

    private static final Pattern SHAPE = Pattern.compile("[2-7]\\d{5}K?");

    public MajorCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a major code: " + value);
        }
    }

    /** Whether {@link #parse} takes it; whether there is such a major is known to {@link Majors}. */
    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(normalised(text)).matches();
    }

    public static MajorCode parse(String text) {
        return new MajorCode(normalised(text));
    }

    private static String normalised(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    public MajorLevel level() {
        return switch (value.charAt(0)) {
            case '2', '3' -> MajorLevel.BACHELOR;
            case '4', '5' -> MajorLevel.ASSOCIATE;
            default -> MajorLevel.SECONDARY;
        };
    }

    public boolean isStateControlled() {
        return value.endsWith("K");
    }

    @Override
    public int compareTo(MajorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
