package org.chuyi.selection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;

/**
 * Which contest: a round's programme, or one of its tracks. Its text is the process's business key, e.g. {@code
 * 2026-1.specialty-group.associate} or {@code 2026-1.culture-base}.
 *
 * @param track empty where the programme's number is not divided
 */
public record ContestKey(RoundCode round, ProgrammeCode programme, String track) {

    private static final Pattern TEXT = Pattern.compile("([0-9-]+)\\.([a-z-]+)(?:\\.([a-z-]+))?");

    /** @throws IllegalArgumentException when it is none */
    public static ContestKey of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a contest: " + text);
        }
        return new ContestKey(
                new RoundCode(parts.group(1)),
                new ProgrammeCode(parts.group(2)),
                parts.group(3) == null ? "" : parts.group(3));
    }

    public static boolean isKey(String text) {
        return TEXT.matcher(text).matches() && RoundCode.isCode(text.substring(0, text.indexOf('.')));
    }

    @Override
    public String toString() {
        return round + "." + programme + (track.isEmpty() ? "" : "." + track);
    }
}
