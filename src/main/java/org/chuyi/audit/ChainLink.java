package org.chuyi.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A line as the chain hashes it: every value as its length in bytes, a colon and its UTF-8 text, so that no two lines
 * share a text. The order of the values and their texts must never change, or old records no longer verify.
 *
 * @param at whole microseconds, which is what the database keeps
 * @param details JSON with sorted names, stored letter by letter as it was hashed
 */
record ChainLink(Instant at, Who who, String action, String subjectKind, String subject, String details) {

    /** The hash before the first line. */
    static final String ORIGIN = "0".repeat(64);

    String hash(long number, String previousHash) {
        MessageDigest digest = sha256();
        digest.update(previousHash.getBytes(UTF_8));
        for (String value : values(number)) {
            byte[] bytes = value.getBytes(UTF_8);
            digest.update((bytes.length + ":").getBytes(UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<String> values(long number) {
        return List.of(
                Long.toString(number),
                at.toString(),
                who.account().map(String::valueOf).orElse(""),
                who.name(),
                who.actingFor(),
                who.address(),
                action,
                subjectKind,
                subject,
                details);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
