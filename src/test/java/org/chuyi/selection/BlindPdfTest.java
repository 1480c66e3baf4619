package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class BlindPdfTest {

    private static final String SECRET = "XiangyiCollege";

    @Test
    void nothingIsLeftButThePages() throws Exception {
        byte[] told = PdfSamples.telling("A plan", SECRET);
        assertThat(everythingIn(told)).contains(SECRET);

        byte[] shown = BlindPdf.of(new ByteArrayInputStream(told), text -> text.contains(SECRET))
                .orElseThrow();

        assertThat(everythingIn(shown)).doesNotContain(SECRET).doesNotContainIgnoringCase("xmpmeta");
        try (PDDocument document = Loader.loadPDF(shown)) {
            assertThat(new PDFTextStripper().getText(document)).contains("A plan");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            var resources = document.getPage(0).getResources();
            assertThat(resources.getXObjectNames()).hasSize(1);
            for (var name : resources.getXObjectNames()) {
                assertThat(resources.getXObject(name).getCOSObject().getInt("Width"))
                        .isEqualTo(8);
            }
        }
    }

    @Test
    void aFileWhosePagesTellItIsNotShown() throws Exception {
        byte[] told = PdfSamples.telling("Plan of " + SECRET, "");

        assertThat(BlindPdf.of(new ByteArrayInputStream(told), text -> text.contains(SECRET)))
                .isEmpty();
    }

    @Test
    void aPictureStaysTheSamePictureWithoutItsProperties() throws Exception {
        byte[] told = PdfSamples.jpeg(SECRET);
        assertThat(new String(told, StandardCharsets.ISO_8859_1)).contains(SECRET);

        byte[] shown = JpegProperties.removed(told);

        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(8);
    }

    /** The bytes, and every string and stream decoded. */
    static String everythingIn(byte[] pdf) throws Exception {
        var text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                collect(document.getDocument().getObjectFromPool(key).getObject(), text, new java.util.HashSet<>());
            }
            collect(document.getDocument().getTrailer(), text, new java.util.HashSet<>());
        }
        return text.toString();
    }

    private static void collect(org.apache.pdfbox.cos.COSBase base, StringBuilder text, java.util.Set<Object> seen)
            throws Exception {
        if (base == null || !seen.add(System.identityHashCode(base))) {
            return;
        }
        if (base instanceof COSString string) {
            text.append(string.getString()).append('\n');
        } else if (base instanceof org.apache.pdfbox.cos.COSObject object) {
            collect(object.getObject(), text, seen);
        } else if (base instanceof org.apache.pdfbox.cos.COSArray array) {
            for (var each : array) {
                collect(each, text, seen);
            }
        } else if (base instanceof org.apache.pdfbox.cos.COSDictionary dictionary) {
            for (var each : dictionary.getValues()) {
                collect(each, text, seen);
            }
            if (dictionary instanceof COSStream stream) {
                var raw = new ByteArrayOutputStream();
                try (var in = stream.createRawInputStream()) {
                    in.transferTo(raw);
                }
                text.append(raw.toString(StandardCharsets.ISO_8859_1)).append('\n');
                try (var in = stream.createInputStream()) {
                    var decoded = new ByteArrayOutputStream();
                    in.transferTo(decoded);
                    text.append(decoded.toString(StandardCharsets.UTF_8)).append('\n');
                } catch (java.io.IOException picture) {
                    // A picture's own bytes were added above.
                }
            }
        }
    }
}
