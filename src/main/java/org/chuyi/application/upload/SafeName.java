package org.chuyi.application.upload;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The name that a file is shown and kept under: no path, no control, bidirectional or invisible characters, nothing that
 * Windows forbids, at most {@value #LONGEST} characters, never empty. The ending says what the content is.
 */
public final class SafeName {

    public static final int LONGEST = 120;

    private static final String NAMELESS = "材料";
    private static final String INVISIBLE = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]";
    private static final String FORBIDDEN = "[<>:\"|?*]";

    private SafeName() {}

    /** As the person knows it, for messages about a file that is not kept. */
    public static String of(String given) {
        return shortened(cleaned(given), "");
    }

    /** With the ending of its kind: another material's ending is replaced, any other one is kept before it. */
    static String of(String given, FileKind kind) {
        String name = cleaned(given);
        int dot = name.lastIndexOf('.');
        Optional<FileKind> told = dot < 0 ? Optional.empty() : FileKind.ofExtension(name.substring(dot + 1));
        String stem = told.isPresent() ? name.substring(0, dot) : name;
        String ending = told.filter(kind::equals).isPresent() ? name.substring(dot) : "." + kind.extension();
        return shortened(stem, ending);
    }

    private static String cleaned(String given) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll(INVISIBLE, "")
                .replaceAll(FORBIDDEN, "_")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String shortened(String stem, String ending) {
        String said = stem.strip();
        int room = LONGEST - ending.length();
        if (said.codePointCount(0, said.length()) > room) {
            said = said.substring(0, said.offsetByCodePoints(0, room)).strip();
        }
        return (said.isEmpty() ? NAMELESS : said) + ending;
    }
}
