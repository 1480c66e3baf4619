package org.chuyi.application.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The inside of a docx or xlsx, looked at within limits: what is inflated is counted and thrown away, so that a zip bomb
 * costs a fixed buffer and at most {@link #LARGEST_INFLATED} of work.
 */
final class OfficeArchive {

    static final int MOST_ENTRIES = 2000;
    static final long LARGEST_INFLATED = 200L * 1024 * 1024;
    static final int LARGEST_RATIO = 100;

    /** Below this an entry may be as repetitive as it likes: an empty sheet is. */
    private static final long RATIO_MATTERS_FROM = 100 * 1024L;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int LARGEST_CONTENT_TYPES = 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private OfficeArchive() {}

    /** Which kind of zip this is. */
    static FileKind kindOf(Path file) throws IOException {
        try (var zip = open(file)) {
            ZipEntry types = zip.getEntry(CONTENT_TYPES);
            if (types == null) {
                return zip.getEntry("OFD.xml") == null ? FileKind.ARCHIVE : FileKind.OFD;
            }
            return kindBy(beginning(zip, types));
        } catch (ZipException notReadable) {
            return FileKind.BROKEN_ARCHIVE;
        }
    }

    /** The code of what is wrong with it. */
    static Optional<String> problem(Path file) throws IOException {
        try (var zip = open(file)) {
            return zip.size() > MOST_ENTRIES ? Optional.of("materialOfficeBomb") : problem(zip);
        } catch (ZipException notReadable) {
            return Optional.of("materialOfficeBroken");
        }
    }

    private static Optional<String> problem(ZipFile zip) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = LARGEST_INFLATED;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (leadsOutside(name)) {
                return Optional.of("materialOfficeBroken");
            }
            if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                return Optional.of("materialOfficeMacros");
            }
            long limit = Math.min(left, limitOf(entry));
            long inflated = entry.getSize() > limit ? entry.getSize() : inflate(zip, entry, limit, buffer);
            if (inflated > limit) {
                return Optional.of("materialOfficeBomb");
            }
            left -= inflated;
        }
        return Optional.empty();
    }

    /** Stops one buffer after the limit at the latest. */
    private static long inflate(ZipFile zip, ZipEntry entry, long limit, byte[] buffer) throws IOException {
        long inflated = 0;
        try (InputStream content = zip.getInputStream(entry)) {
            for (int read = content.read(buffer); read >= 0 && inflated <= limit; read = content.read(buffer)) {
                inflated += read;
            }
        }
        return inflated;
    }

    private static long limitOf(ZipEntry entry) {
        return Math.max(RATIO_MATTERS_FROM, LARGEST_RATIO * Math.max(0, entry.getCompressedSize()));
    }

    private static boolean leadsOutside(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf('\0') >= 0
                || ("/" + name + "/").contains("/../");
    }

    private static FileKind kindBy(String contentTypes) {
        if (contentTypes.contains("macroEnabled")) {
            return FileKind.MACRO_OFFICE;
        }
        if (contentTypes.contains("wordprocessingml.document.main+xml")) {
            return FileKind.DOCX;
        }
        return contentTypes.contains("spreadsheetml.sheet.main+xml") ? FileKind.XLSX : FileKind.OTHER_OFFICE;
    }

    private static String beginning(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LARGEST_CONTENT_TYPES), StandardCharsets.UTF_8);
        }
    }

    /** As Latin-1, so that names written in GBK are no reason to fail. */
    private static ZipFile open(Path file) throws IOException {
        return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
}
