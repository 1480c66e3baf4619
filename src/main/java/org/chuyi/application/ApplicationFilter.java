package org.chuyi.application;

import java.util.Optional;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;

/**
 * Which applications are looked for; the parts hold together.
 *
 * @param status as shown to the reader
 * @param cityCode six digits
 * @param text part of the number, the school's or the programme's name; empty for any
 */
public record ApplicationFilter(
        Optional<ApplicationStatus> status,
        Optional<ProgrammeCode> programme,
        Optional<RoundCode> round,
        Optional<String> cityCode,
        String text) {

    private static final int LONGEST_TEXT = 100;

    public static final ApplicationFilter ANY =
            new ApplicationFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    public ApplicationFilter {
        text = text.strip();
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    public boolean isAny() {
        return equals(ANY);
    }
}
