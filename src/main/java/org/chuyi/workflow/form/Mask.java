package org.chuyi.workflow.form;

/** What a screen shows of sensitive text. Masking the masked changes nothing. */
final class Mask {

    static final String ALL = "********";
    private static final int LENGTH_OF_IDENTITY_NUMBER = 18;

    private Mask() {}

    /** {@code 430104********1234} for an identity number; anything else, unfinished ones too, wholly hidden. */
    static String of(String kind, String text) {
        var trimmed = Typed.trimmed(text);
        if (trimmed.isEmpty()) {
            return "";
        }
        return kind.equals("identityNumber") && trimmed.length() == LENGTH_OF_IDENTITY_NUMBER
                ? trimmed.substring(0, 6) + ALL + trimmed.substring(14)
                : ALL;
    }

    static boolean isMasked(String text) {
        return text.contains(ALL);
    }
}
