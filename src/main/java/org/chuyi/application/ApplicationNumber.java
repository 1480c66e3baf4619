package org.chuyi.application;

import java.util.regex.Pattern;

/** 申报编号: CY, year, the programme's two digits, a running number of four or more; e.g. {@code CY2026-09-0012}. */
public record ApplicationNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("CY\\d{4}-\\d{2}-\\d{4,}");

    public ApplicationNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an application number");
        }
    }

    static ApplicationNumber of(int year, String programmeShortCode, int running) {
        return new ApplicationNumber("CY%d-%s-%04d".formatted(year, programmeShortCode, running));
    }

    public static boolean isValid(String text) {
        return FORMAT.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
