package org.chuyi.application;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** What is asked for, to be written down. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        status.ifPresent(part -> parts.put("status", part.name()));
        programme.ifPresent(part -> parts.put("programme", part.value()));
        round.ifPresent(part -> parts.put("round", part.value()));
        cityCode.ifPresent(part -> parts.put("city", part));
        if (!text.isEmpty()) {
            parts.put("text", text);
        }
        return parts;
    }

    static ApplicationFilter of(Map<String, String> parts) {
        return new ApplicationFilter(
                Optional.ofNullable(parts.get("status")).map(ApplicationStatus::valueOf),
                Optional.ofNullable(parts.get("programme")).map(ProgrammeCode::new),
                Optional.ofNullable(parts.get("round")).map(RoundCode::new),
                Optional.ofNullable(parts.get("city")),
                parts.getOrDefault("text", ""));
    }
}
