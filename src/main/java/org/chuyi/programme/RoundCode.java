package org.chuyi.programme;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Names a round: the year and a running number, e.g. {@code 2026-1}. */
public record RoundCode(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("20[0-9]{2}-[1-9][0-9]{0,3}");

    public RoundCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("Not a round's code: " + value);
        }
    }

    public static boolean isCode(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
