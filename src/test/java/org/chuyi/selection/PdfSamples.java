package org.chuyi.selection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** PDFs that say wherever they can who made them. */
final class PdfSamples {

    private PdfSamples() {}

    /** @param page what the page itself says, in ASCII; @param secret what everything else says */
    static byte[] telling(String page, String secret) throws IOException {
        try (var document = new PDDocument()) {
            var sheet = new PDPage(new PDRectangle(300, 200));
            document.addPage(sheet);
            try (var content = new PDPageContentStream(document, sheet)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(20, 150);
                content.showText(page);
                content.endText();
                content.drawImage(picture(document, secret), 20, 20, 50, 50);
            }
            var comment = new PDAnnotationText();
            comment.setContents(secret);
            comment.setTitlePopup(secret);
            comment.setRectangle(new PDRectangle(10, 10, 20, 20));
            sheet.getAnnotations().add(comment);
            var piece = new COSDictionary();
            piece.setString(COSName.getPDFName("Private"), secret);
            sheet.getCOSObject().setItem(COSName.getPDFName("PieceInfo"), piece);
            sheet.setMetadata(xmp(document, secret));

            var information = new PDDocumentInformation();
            information.setTitle(secret);
            information.setAuthor(secret);
            information.setCustomMetadataValue("Company", secret);
            document.setDocumentInformation(information);
            var catalog = document.getDocumentCatalog();
            catalog.setMetadata(xmp(document, secret));
            var outline = new PDDocumentOutline();
            var item = new PDOutlineItem();
            item.setTitle(secret);
            outline.addLast(item);
            catalog.setDocumentOutline(outline);
            var attached = new PDComplexFileSpecification();
            attached.setFile(secret + ".txt");
            attached.setEmbeddedFile(
                    new PDEmbeddedFile(document, new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8))));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(secret, attached));
            var names = new PDDocumentNameDictionary(catalog);
            names.setEmbeddedFiles(files);
            catalog.setNames(names);

            var bytes = new ByteArrayOutputStream();
            document.save(bytes, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private static PDMetadata xmp(PDDocument document, String secret) throws IOException {
        var xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>" + secret + "</dc:creator></x:xmpmeta>";
        return new PDMetadata(document, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
    }

    private static PDImageXObject picture(PDDocument document, String secret) throws IOException {
        var image = PDImageXObject.createFromByteArray(document, jpeg(secret), "photo.jpg");
        image.setMetadata(xmp(document, secret));
        return image;
    }

    /** With a comment and an Exif segment that say it. */
    static byte[] jpeg(String secret) throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", plain);
        byte[] picture = plain.toByteArray();
        byte[] said = ("Exif\0\0" + secret).getBytes(StandardCharsets.UTF_8);
        var told = new ByteArrayOutputStream();
        told.write(picture, 0, 2);
        for (int kind : new int[] {0xe1, 0xfe}) {
            told.write(0xff);
            told.write(kind);
            told.write((said.length + 2) >> 8);
            told.write((said.length + 2) & 0xff);
            told.writeBytes(said);
        }
        told.write(picture, 2, picture.length - 2);
        return told.toByteArray();
    }
}
