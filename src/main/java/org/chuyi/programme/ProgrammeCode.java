package org.chuyi.programme;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Names a programme, e.g. {@code specialty-group}: also the folder of its policy pack and part of addresses. */
public record ProgrammeCode(String value) implements Serializable, Comparable<ProgrammeCode> {

    private static final Pattern SHAPE = Pattern.compile("[a-z]+(-[a-z]+)*");

    public ProgrammeCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("Not a programme's code: " + value);
        }
    }

    static boolean isCode(String value) {
        return value.length() <= 40 && SHAPE.matcher(value).matches();
    }

    @Override
    public int compareTo(ProgrammeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
