package org.chuyi.selection;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What to look for in the pool; the parts hold together.
 *
 * @param name part of the name or login; empty for any
 * @param employer part of the employer's name; empty for any
 * @param availableOn only those who could be drawn on that day
 */
public record ExpertFilter(
        String name,
        String employer,
        Optional<Specialty> specialty,
        Optional<String> city,
        Optional<LocalDate> availableOn) {

    public static ExpertFilter any() {
        return new ExpertFilter("", "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isAny() {
        return equals(any());
    }
}
