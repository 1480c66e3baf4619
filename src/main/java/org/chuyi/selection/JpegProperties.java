package org.chuyi.selection;

import java.io.ByteArrayOutputStream;

/** What a JPEG says besides its picture: camera, owner, place and comments (Exif, XMP, IPTC) stand in segments of their own. */
final class JpegProperties {

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int FIRST_APPLICATION = 0xe0;
    private static final int LAST_APPLICATION = 0xef;

    /** JFIF, colour profile and Adobe's colour transform belong to the picture. */
    private static final java.util.Set<Integer> KEPT = java.util.Set.of(0xe0, 0xe2, 0xee);

    private JpegProperties() {}

    static byte[] removed(byte[] jpeg) {
        if (jpeg.length < 4 || (jpeg[0] & MARKER) != MARKER || (jpeg[1] & MARKER) != 0xd8) {
            return jpeg;
        }
        var kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & MARKER) == MARKER) {
            int kind = jpeg[at + 1] & MARKER;
            int length = ((jpeg[at + 2] & MARKER) << 8 | jpeg[at + 3] & MARKER) + 2;
            if (kind == START_OF_SCAN || at + length > jpeg.length) {
                break;
            }
            boolean says =
                    kind == COMMENT || kind >= FIRST_APPLICATION && kind <= LAST_APPLICATION && !KEPT.contains(kind);
            if (!says) {
                kept.write(jpeg, at, length);
            }
            at += length;
        }
        kept.write(jpeg, at, jpeg.length - at);
        return kept.toByteArray();
    }
}
