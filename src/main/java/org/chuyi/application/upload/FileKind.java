package org.chuyi.application.upload;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file is by its content. The first five can be materials; the others have a name so that we can say it. */
public enum FileKind {
    PDF("pdf", "application/pdf"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JPG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    /** 可执行程序 or script. */
    PROGRAM,
    ARCHIVE,
    BROKEN_ARCHIVE,
    /** doc, xls, ppt, and every Office file with a password: one and the same container. */
    OLD_OFFICE,
    /** pptx and kin. */
    OTHER_OFFICE,
    /** docm, xlsm. */
    MACRO_OFFICE,
    /** GB/T 33190, common in offices, readable by few browsers. */
    OFD,
    PICTURE,
    MEDIA,
    WEB_PAGE,
    TEXT,
    UNKNOWN;

    private static final Set<FileKind> SHOWN_BY_BROWSERS = Set.of(PDF, JPG, PNG);

    private final String extension;
    private final String mediaType;

    FileKind() {
        this("", "application/octet-stream");
    }

    FileKind(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Empty for what can never be a material. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isOffice() {
        return this == DOCX || this == XLSX;
    }

    public boolean isPicture() {
        return this == JPG || this == PNG;
    }

    /** Whether a browser shows it by itself, without being able to run anything. */
    public static boolean isShown(String mediaType) {
        return SHOWN_BY_BROWSERS.stream().anyMatch(kind -> kind.mediaType.equals(mediaType));
    }

    static Optional<FileKind> ofExtension(String extension) {
        String small = extension.toLowerCase(Locale.ROOT);
        String usual = small.equals("jpeg") ? "jpg" : small;
        return Arrays.stream(values())
                .filter(kind -> !kind.extension.isEmpty() && kind.extension.equals(usual))
                .findFirst();
    }
}
