package org.chuyi.shared;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * 行政区划代码 (GB/T 2260): two digits each for province, city and county, zeros where there is no further level. Says
 * nothing about whether such a region exists.
 */
public record RegionCode(String value) implements Comparable<RegionCode>, Serializable {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d(0000|(?!00)\\d\\d00|(?!00)\\d\\d(?!00)\\d\\d)");

    public enum Level {
        PROVINCE,
        CITY,
        COUNTY
    }

    public RegionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a region code: " + value);
        }
    }

    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text.strip()).matches();
    }

    public static RegionCode parse(String text) {
        return new RegionCode(text.strip());
    }

    public Level level() {
        if (value.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return value.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    public RegionCode province() {
        return new RegionCode(value.substring(0, 2) + "0000");
    }

    /** The city that it is or lies in; the province itself for a province. */
    public RegionCode city() {
        return new RegionCode(value.substring(0, 4) + "00");
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
