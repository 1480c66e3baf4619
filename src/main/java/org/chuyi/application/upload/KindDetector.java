package org.chuyi.application.upload;

import static org.chuyi.application.upload.FileKind.ARCHIVE;
import static org.chuyi.application.upload.FileKind.JPG;
import static org.chuyi.application.upload.FileKind.MEDIA;
import static org.chuyi.application.upload.FileKind.OLD_OFFICE;
import static org.chuyi.application.upload.FileKind.PDF;
import static org.chuyi.application.upload.FileKind.PICTURE;
import static org.chuyi.application.upload.FileKind.PNG;
import static org.chuyi.application.upload.FileKind.PROGRAM;
import static org.chuyi.application.upload.FileKind.TEXT;
import static org.chuyi.application.upload.FileKind.UNKNOWN;
import static org.chuyi.application.upload.FileKind.WEB_PAGE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Says what a file is by its bytes; its name is not asked. */
final class KindDetector {

    private static final String ZIP = "application/zip";

    /** By the beginning of Tika's media type, the first that fits. */
    private static final Map<String, FileKind> KINDS = kinds();

    private final MimeTypes mimeTypes = MimeTypes.getDefaultMimeTypes(KindDetector.class.getClassLoader());

    FileKind kindOf(Path file) throws IOException {
        String mediaType;
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            mediaType = mimeTypes.detect(content, new Metadata()).toString();
        }
        if (mediaType.equals(ZIP)) {
            return OfficeArchive.kindOf(file);
        }
        return KINDS.entrySet().stream()
                .filter(known -> mediaType.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Map<String, FileKind> kinds() {
        Map<String, FileKind> kinds = new LinkedHashMap<>();
        kinds.put("application/pdf", PDF);
        kinds.put("image/jpeg", JPG);
        kinds.put("image/png", PNG);
        for (String program : new String[] {
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-elf",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/java-vm",
            "application/x-sh",
            "application/x-bat",
            "application/x-ms-shortcut",
            "text/x-python",
            "text/x-perl"
        }) {
            kinds.put(program, PROGRAM);
        }
        kinds.put("application/x-tika-msoffice", OLD_OFFICE);
        kinds.put("application/x-rar-compressed", ARCHIVE);
        kinds.put("application/x-7z-compressed", ARCHIVE);
        kinds.put("application/gzip", ARCHIVE);
        kinds.put("application/x-bzip", ARCHIVE);
        kinds.put("application/x-xz", ARCHIVE);
        kinds.put("application/x-tar", ARCHIVE);
        kinds.put("application/x-gtar", ARCHIVE);
        kinds.put("application/zstd", ARCHIVE);
        kinds.put("text/html", WEB_PAGE);
        kinds.put("application/xhtml", WEB_PAGE);
        kinds.put("multipart/related", WEB_PAGE);
        kinds.put("image/", PICTURE);
        kinds.put("video/", MEDIA);
        kinds.put("audio/", MEDIA);
        kinds.put("text/", TEXT);
        kinds.put("application/xml", TEXT);
        kinds.put("application/json", TEXT);
        return kinds;
    }
}
