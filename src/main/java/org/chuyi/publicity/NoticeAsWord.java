package org.chuyi.publicity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

/**
 * The notice as Word, laid out by GB/T 9704-2012: A4, 37 mm above, 35 below, 28 at the left, 26 at the right; 22 lines of
 * 28 characters of 三号 (16 pt).
 *
 * <p>Fonts are named, not embedded: 仿宋 and 宋体, which every office program for Chinese has or replaces.
 */
final class NoticeAsWord {

    private static final String BODY = "仿宋";
    private static final String HEAD = "宋体";
    private static final String RED = "C00000";
    private static final int LINE_TWIPS = 579;
    private static final int CHARACTER_POINTS = 16;

    private final XWPFDocument word = new XWPFDocument();

    private NoticeAsWord() {}

    static byte[] write(Notice notice) {
        var document = new NoticeAsWord();
        document.page();
        document.head(notice);
        notice.paragraphs().forEach(document::body);
        document.signature(notice);
        notice.parts().forEach(document::list);
        return document.bytes();
    }

    private void page() {
        var section = word.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        var margin = section.addNewPgMar();
        margin.setTop(twips(37));
        margin.setBottom(twips(35));
        margin.setLeft(twips(28));
        margin.setRight(twips(26));
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(LINE_TWIPS));
        grid.setCharSpace(BigInteger.valueOf(-861));
    }

    private void head(Notice notice) {
        run(paragraph(ParagraphAlignment.CENTER), notice.issuer() + "文件", HEAD, 36, true)
                .setColor(RED);
        run(paragraph(ParagraphAlignment.CENTER), notice.document(), BODY, CHARACTER_POINTS, false);
        var line = word.createParagraph();
        line.setBorderBottom(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
        run(paragraph(ParagraphAlignment.CENTER), notice.title(), HEAD, 22, true);
        word.createParagraph();
    }

    private void body(String text) {
        var paragraph = paragraph(ParagraphAlignment.BOTH);
        if (!text.endsWith("：")) {
            paragraph.setIndentationFirstLine(2 * CHARACTER_POINTS * 20);
        }
        run(paragraph, text, BODY, CHARACTER_POINTS, false);
    }

    private void signature(Notice notice) {
        word.createParagraph();
        run(paragraph(ParagraphAlignment.RIGHT), notice.issuer(), BODY, CHARACTER_POINTS, false);
        run(paragraph(ParagraphAlignment.RIGHT), notice.issuedOn(), BODY, CHARACTER_POINTS, false);
    }

    private void list(Notice.Part part) {
        var title = paragraph(ParagraphAlignment.CENTER);
        title.setPageBreak(true);
        run(title, part.title() + "入选名单", HEAD, CHARACTER_POINTS, true);
        XWPFTable table = word.createTable(part.rows().size() + 1, 3);
        table.setWidth("100%");
        cells(table, 0, "序号", "单位", "市州");
        for (int at = 0; at < part.rows().size(); at++) {
            var row = part.rows().get(at);
            cells(table, at + 1, String.valueOf(row.place()), row.school(), row.city());
        }
    }

    private static void cells(XWPFTable table, int row, String... texts) {
        for (int at = 0; at < texts.length; at++) {
            var paragraph = table.getRow(row).getCell(at).getParagraphs().get(0);
            run(paragraph, texts[at], BODY, 14, row == 0);
        }
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        var paragraph = word.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(LINE_TWIPS / 20.0, LineSpacingRule.EXACT);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points, boolean bold) {
        if (points > CHARACTER_POINTS) {
            paragraph.setSpacingBetween(points * 1.4, LineSpacingRule.EXACT);
        }
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontSize(points);
        run.setBold(bold);
        return run;
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * 1440 / 25.4));
    }

    private byte[] bytes() {
        try (var out = new ByteArrayOutputStream()) {
            word.write(out);
            word.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
