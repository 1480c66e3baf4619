package org.chuyi.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 checksum, as 64 small hexadecimal digits. */
public record Sha256(String hex) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER_BYTES = 16 * 1024;

    public Sha256 {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 checksum: " + hex);
        }
    }

    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    public static Sha256 parse(String hex) {
        return new Sha256(hex);
    }

    public static Sha256 of(byte[] bytes) {
        return finish(digest(), bytes);
    }

    /** Of the text in UTF-8. */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the stream to its end, and leaves closing it to the caller. */
    public static Sha256 of(InputStream stream) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return finish(digest, new byte[0]);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Sha256 finish(MessageDigest digest, byte[] rest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest(rest)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
