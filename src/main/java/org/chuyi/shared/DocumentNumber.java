package org.chuyi.shared;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 发文字号, e.g. 湘教通〔2022〕10号 (GB/T 9704-2012): the year in 〔〕 with four digits, the number without leading zero and
 * without 第.
 *
 * @param issuer the issuer's short name, e.g. 湘教通
 */
public record DocumentNumber(String issuer, int year, int number) implements Serializable {

    private static final Pattern ISSUER = Pattern.compile("\\p{IsHan}{1,20}");
    private static final Pattern SHAPE = Pattern.compile("(\\p{IsHan}{1,20})〔((?:19|20)\\d{2})〕([1-9]\\d{0,5})号");

    public DocumentNumber {
        if (!ISSUER.matcher(issuer).matches() || year < 1900 || year > 2099 || number < 1 || number > 999_999) {
            throw new IllegalArgumentException("Not an official document number: " + format(issuer, year, number));
        }
    }

    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text.strip()).matches();
    }

    public static DocumentNumber parse(String text) {
        Matcher parts = SHAPE.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an official document number: " + text);
        }
        return new DocumentNumber(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static String format(String issuer, int year, int number) {
        return issuer + "〔" + year + "〕" + number + "号";
    }

    @Override
    public String toString() {
        return format(issuer, year, number);
    }
}
