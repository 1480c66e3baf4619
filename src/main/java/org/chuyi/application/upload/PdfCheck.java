package org.chuyi.application.upload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A look at a PDF from outside, without parsing it: whole, not encrypted, and without scripts in plain sight.
 *
 * <p>Encrypted ones are refused even when they open without a password: they cannot be kept as records for long
 * (GB/T 18894), and neither scanner nor reviewer can rely on them. A script inside a compressed object stream is not
 * found here; browsers show PDFs without running it in our origin.
 */
final class PdfCheck {

    private static final String HEADER = "%PDF-";
    private static final int TAIL = 4096;
    private static final int PIECE = 256 * 1024;
    private static final int OVERLAP = 64;
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s*(<<|\\d+\\s+\\d+\\s+R)");
    private static final Pattern ACTIVE = Pattern.compile("/(JavaScript|Launch)(?![A-Za-z])");

    private PdfCheck() {}

    /** The code of what is wrong with it. */
    static Optional<String> problem(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            String tail = text(file, Math.max(0, file.length() - TAIL), TAIL);
            if (!text(file, 0, HEADER.length()).equals(HEADER) || !tail.contains("%%EOF")) {
                return Optional.of("materialPdfBroken");
            }
            for (long from = 0; from < file.length(); from += PIECE - OVERLAP) {
                String piece = text(file, from, PIECE);
                if (ENCRYPTED.matcher(piece).find()) {
                    return Optional.of("materialPdfEncrypted");
                }
                if (ACTIVE.matcher(piece).find()) {
                    return Optional.of("materialPdfActive");
                }
            }
            return Optional.empty();
        }
    }

    private static String text(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.min(length, file.length() - from)];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
