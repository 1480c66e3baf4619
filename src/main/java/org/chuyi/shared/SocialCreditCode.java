package org.chuyi.shared;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character. */
public record SocialCreditCode(String value) implements Serializable {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{18}");

    public SocialCreditCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a unified social credit code: " + value);
        }
    }

    /** Whether {@link #parse} takes it: small letters and space around it are forgiven. */
    public static boolean isValid(String text) {
        return text != null && isWellFormed(normalised(text));
    }

    public static SocialCreditCode parse(String text) {
        return new SocialCreditCode(normalised(text));
    }

    /** Completes the first 17 characters by their check character. */
    public static SocialCreditCode ofBody(String first17) {
        return new SocialCreditCode(first17 + checkCharacter(first17));
    }

    private static boolean isWellFormed(String code) {
        return SHAPE.matcher(code).matches() && code.charAt(17) == checkCharacter(code);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < 17; place++) {
            sum += ALPHABET.indexOf(code.charAt(place)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static String normalised(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
