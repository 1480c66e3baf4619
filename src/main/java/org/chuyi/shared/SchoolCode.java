package org.chuyi.shared;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * 学校标识码: two digits type, two province (GB/T 2260), six serial; no check digit. A renamed school keeps its code, so its
 * first digits do not tell what the school is today.
 */
public record SchoolCode(String value) implements Serializable {

    private static final Pattern SHAPE =
            Pattern.compile("[1-9]\\d(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)\\d{6}");

    public SchoolCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a school code: " + value);
        }
    }

    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text.strip()).matches();
    }

    public static SchoolCode parse(String text) {
        return new SchoolCode(text.strip());
    }

    public RegionCode province() {
        return new RegionCode(value.substring(2, 4) + "0000");
    }

    @Override
    public String toString() {
        return value;
    }
}
