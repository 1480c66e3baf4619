package org.chuyi.workflow.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What an answer must keep to; a limit that the form does not set is null.
 *
 * @param minLength in characters as a person counts them (code points of the trimmed text). form-js counts UTF-16 units
 *     of the trimmed text, so a rare character beyond the basic plane counts twice in the browser and once here
 * @param maxLength as minLength; always set for texts, by the form or by us
 * @param pattern found anywhere in the text, as JavaScript's {@code test} does
 * @param patternMessage the form's own words for a text that does not fit the pattern; empty if none
 * @param decimalDigits places after the point, at most
 */
public record FieldLimits(
        boolean required,
        Integer minLength,
        Integer maxLength,
        Pattern pattern,
        Bilingual patternMessage,
        boolean email,
        BigDecimal min,
        BigDecimal max,
        Integer decimalDigits) {

    private static final BigDecimal EARLIEST_YEAR = BigDecimal.valueOf(1800);
    private static final BigDecimal LATEST_YEAR = BigDecimal.valueOf(2200);

    /** A number that can only be a year, and is written without separators. */
    public boolean isYear() {
        return min != null && max != null && min.compareTo(EARLIEST_YEAR) >= 0 && max.compareTo(LATEST_YEAR) <= 0;
    }
}
