package org.chuyi.workflow.form;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Single values as a person typed them. */
final class Typed {

    /** The line ends of Windows, of old Macs, and those that come along when pasting from office programs. */
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u000B\\f\\u0085\\u2028\\u2029]");

    private Typed() {}

    static String withPlainLineEnds(String text) {
        return text.chars().anyMatch(Typed::isForeignLineEnd)
                ? LINE_END.matcher(text).replaceAll("\n")
                : text;
    }

    private static boolean isForeignLineEnd(int character) {
        return switch (character) {
            case '\r', 0x000B, '\f', 0x0085, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    /**
     * The first character that has no place in a text: a control character (line end and tab are none here), half of a
     * surrogate pair (the database refuses it), or one that turns the direction of writing and so lets a text read
     * differently from what it says.
     */
    static OptionalInt controlCharacter(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (isControl(character)) {
                return OptionalInt.of(character);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isControl(int character) {
        if (character >= 0x4E00 && character <= 0x9FFF || character >= ' ' && character <= '~') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.SURROGATE -> true;
            case Character.FORMAT ->
                character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
            default -> false;
        };
    }

    /** As JavaScript trims: the ideographic and the no-break space too. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Without anything to see. */
    static boolean isBlank(String text) {
        return text.chars()
                .allMatch(character -> isSpace((char) character) || character >= 0x200B && character <= 0x200D);
    }

    static int length(String text) {
        var trimmed = trimmed(text);
        return trimmed.codePointCount(0, trimmed.length());
    }

    /** Long if whole, so that 3 and 3.0 are one answer. */
    static Number canonical(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
            return plain.longValueExact();
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }
}
