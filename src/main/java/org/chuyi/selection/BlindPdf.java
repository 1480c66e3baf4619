package org.chuyi.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF of which nothing is left but its pages: no title, author, program, XMP, bookmarks, attachments, comments, forms,
 * scripts, structure texts or pictures' own properties. What the pages themselves say is checked, not changed.
 */
final class BlindPdf {

    /** Of pages, forms, pictures and fonts: what says where something comes from. */
    private static final List<COSName> PROPERTIES = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("OPI"),
            COSName.getPDFName("Alternates"),
            COSName.getPDFName("AF"),
            COSName.getPDFName("Measure"),
            COSName.getPDFName("PtData"),
            COSName.getPDFName("Thumb"),
            COSName.STRUCT_PARENT,
            COSName.STRUCT_PARENTS);

    private BlindPdf() {}

    /**
     * @param tells whether a text tells who applies
     * @return empty where the pages themselves do, or nothing can be read of the file
     */
    static Optional<byte[]> of(InputStream content, Predicate<String> tells) throws IOException {
        try (PDDocument given = Loader.loadPDF(new RandomAccessReadBuffer(content));
                PDDocument pages = new PDDocument()) {
            if (given.isEncrypted() || tells.test(new PDFTextStripper().getText(given))) {
                return Optional.empty();
            }
            for (PDPage page : given.getPages()) {
                strip(pages.importPage(page).getCOSObject());
            }
            pages.setDocumentInformation(new PDDocumentInformation());
            pages.getDocumentCatalog().setMetadata(null);
            var bytes = new ByteArrayOutputStream();
            pages.save(bytes);
            return Optional.of(bytes.toByteArray());
        } catch (org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException locked) {
            return Optional.empty();
        }
    }

    private static void strip(COSDictionary page) throws IOException {
        page.removeItem(COSName.ANNOTS);
        page.removeItem(COSName.AA);
        page.removeItem(COSName.B);
        page.removeItem(COSName.PARENT);
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        walk(page, seen);
    }

    private static void walk(COSBase base, Set<COSBase> seen) throws IOException {
        COSBase object = base instanceof COSObject reference ? reference.getObject() : base;
        if (object == null || !seen.add(object)) {
            return;
        }
        if (object instanceof COSDictionary dictionary) {
            PROPERTIES.forEach(dictionary::removeItem);
            if (dictionary instanceof COSStream stream) {
                stripPicture(stream);
            }
            for (COSName key : List.copyOf(dictionary.keySet())) {
                if (!key.equals(COSName.PARENT)) {
                    walk(dictionary.getItem(key), seen);
                }
            }
        } else if (object instanceof COSArray array) {
            for (int at = 0; at < array.size(); at++) {
                walk(array.get(at), seen);
            }
        }
    }

    private static void stripPicture(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        boolean jpeg = COSName.DCT_DECODE.equals(filter)
                || filter instanceof COSArray filters
                        && filters.size() == 1
                        && COSName.DCT_DECODE.equals(filters.getObject(0));
        if (!jpeg) {
            return;
        }
        byte[] raw;
        try (InputStream in = stream.createRawInputStream()) {
            raw = IOUtils.toByteArray(in);
        }
        try (var out = stream.createRawOutputStream()) {
            out.write(JpegProperties.removed(raw));
        }
    }
}
