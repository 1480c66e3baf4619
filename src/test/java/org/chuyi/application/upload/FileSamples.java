package org.chuyi.application.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people send them, and as they should not. */
public final class FileSamples {

    private static final String WORD_TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/word/document.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private FileSamples() {}

    /** A small whole PDF; a different one for each text. */
    public static byte[] pdf(String text) {
        return pdf("<</Type/Catalog/Pages 2 0 R>>", text);
    }

    static byte[] pdf(String catalog, String text) {
        return """
                %%PDF-1.4
                1 0 obj %s endobj
                2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
                %% %s
                trailer <</Root 1 0 R>>
                %%%%EOF
                """.formatted(catalog, text).getBytes(StandardCharsets.UTF_8);
    }

    /** A PDF of that many bytes. */
    public static byte[] pdfOfSize(int size) {
        byte[] small = pdf("");
        byte[] large = new byte[size];
        Arrays.fill(large, (byte) ' ');
        System.arraycopy(small, 0, large, 0, small.length);
        byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, large, size - end.length, end.length);
        return large;
    }

    /** The beginning of a Windows program, with more behind it. */
    public static byte[] program() {
        byte[] program = new byte[4096];
        new Random(7).nextBytes(program);
        byte[] head = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff, 0, 0};
        Arrays.fill(program, 0, 256, (byte) 0);
        System.arraycopy(head, 0, program, 0, head.length);
        program[0x3c] = (byte) 0x80;
        System.arraycopy(new byte[] {'P', 'E', 0, 0, 0x4c, 1}, 0, program, 0x80, 6);
        return program;
    }

    public static byte[] docx(String text) {
        return zip(archive -> {
            entry(archive, "[Content_Types].xml", WORD_TYPES);
            entry(archive, "word/document.xml", "<w:document>" + text + "</w:document>");
        });
    }

    static byte[] docxWith(String name, String content) {
        return zip(archive -> {
            entry(archive, "[Content_Types].xml", WORD_TYPES);
            entry(archive, "word/document.xml", "<w:document/>");
            entry(archive, name, content);
        });
    }

    static byte[] docxOfManyEntries(int entries) {
        return zip(archive -> {
            entry(archive, "[Content_Types].xml", WORD_TYPES);
            for (int i = 1; i < entries; i++) {
                entry(archive, "word/media/" + i + ".txt", "x");
            }
        });
    }

    /** A docx whose document is that many megabytes of nothing. */
    public static byte[] zipBomb(int megabytes) {
        byte[] nothing = new byte[1024 * 1024];
        return zip(archive -> {
            entry(archive, "[Content_Types].xml", WORD_TYPES);
            archive.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < megabytes; i++) {
                archive.write(nothing);
            }
        });
    }

    static byte[] plainArchive() {
        return zip(archive -> entry(archive, "a.txt", "text"));
    }

    public static byte[] png() {
        return picture("png");
    }

    static byte[] jpg() {
        return picture("jpg");
    }

    /** A PNG that says it is so large; there are no pixels behind its header. */
    static byte[] pngOfSize(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var checksum = new CRC32();
        checksum.update(header);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) checksum.getValue())
                .array();
    }

    static IncomingFile incoming(String name, byte[] content) {
        try {
            return IncomingFile.receive(name, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Filling {
        void fill(ZipOutputStream archive) throws IOException;
    }

    private static byte[] zip(Filling filling) {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            filling.fill(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream archive, String name, String content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content.getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }
}
