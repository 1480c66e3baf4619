package org.chuyi.application.upload;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file on its way in, in a temporary place that is cleared on closing; never in memory as a whole.
 *
 * @param givenName as the person's computer named it: not to be trusted
 * @param size in bytes; more than {@link #LARGEST} says only that it is too large, the rest was not read
 * @param sha256 hex
 */
public record IncomingFile(Path content, String givenName, FileKind kind, long size, String sha256)
        implements Closeable {

    public static final long LARGEST = 10L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final KindDetector DETECTOR = new KindDetector();

    public static IncomingFile receive(String givenName, InputStream content) throws IOException {
        Path place = Files.createTempFile("chuyi-material-", ".upload");
        try {
            var digested = new DigestInputStream(content, digest());
            long size = copy(digested, place);
            String hash = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            FileKind kind = size > LARGEST ? FileKind.UNKNOWN : DETECTOR.kindOf(place);
            return new IncomingFile(place, givenName, kind, size, hash);
        } catch (IOException | RuntimeException notReceived) {
            Files.deleteIfExists(place);
            throw notReceived;
        }
    }

    /** The name it is kept under. */
    public String name() {
        return SafeName.of(givenName, kind);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(content);
    }

    private static long copy(InputStream content, Path place) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(place)) {
            for (int read = content.read(buffer); read >= 0 && size <= LARGEST; read = content.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        return size;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
