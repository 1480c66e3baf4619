package org.chuyi.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * 公民身份号码 (GB 11643-1999). Personal data: neither {@link #toString}, nor an exception's message, nor a serialiser shows
 * it whole; only {@link #whole} does, for encrypting.
 */
public final class IdentityNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int EARLIEST_YEAR_OF_BIRTH = 1900;

    private final String number;

    private IdentityNumber(String number) {
        this.number = number;
    }

    /** Whether {@link #parse} takes it. Knows no "today": a birth date in the future passes. */
    public static boolean isValid(String text) {
        return text != null && isWellFormed(normalised(text));
    }

    /** As {@link #isValid(String)}, and born by {@code today}. */
    public static boolean isValid(String text, LocalDate today) {
        return isValid(text) && !parse(text).birthDate().isAfter(today);
    }

    public static IdentityNumber parse(String text) {
        String number = normalised(text);
        if (!isWellFormed(number)) {
            throw new IllegalArgumentException("Not a citizen identity number");
        }
        return new IdentityNumber(number);
    }

    private static boolean isWellFormed(String number) {
        return SHAPE.matcher(number).matches() && hasBirthDate(number) && number.charAt(17) == checkCharacter(number);
    }

    private static boolean hasBirthDate(String number) {
        try {
            return birthDate(number).getYear() >= EARLIEST_YEAR_OF_BIRTH;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static LocalDate birthDate(String number) {
        return LocalDate.of(
                Integer.parseInt(number.substring(6, 10)),
                Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += (number.charAt(place) - '0') * WEIGHTS[place];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static String normalised(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    public LocalDate birthDate() {
        return birthDate(number);
    }

    /** {@code 430104********1234}: what a screen may show. */
    public String masked() {
        return number.substring(0, 6) + "********" + number.substring(14);
    }

    /** All 18 characters. */
    public String whole() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityNumber identity && identity.number.equals(number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
