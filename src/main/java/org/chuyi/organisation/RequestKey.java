package org.chuyi.organisation;

/**
 * Header {@code Idempotency-Key}: the same key again, by the same person, gets the first answer and changes nothing.
 *
 * @param value 1 to 200 characters, not blank
 */
public record RequestKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    /** @throws ApiProblem when there is none, or one that is blank or too long */
    public static RequestKey required(String header) {
        String value = header == null ? "" : header.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw ApiProblem.of(ApiProblemKind.IDEMPOTENCY_KEY_REQUIRED, LONGEST);
        }
        return new RequestKey(value);
    }
}
