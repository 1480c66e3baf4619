package org.chuyi.publicity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * The notice as Word, laid out by GB/T 9704-2012: A4, 37 mm above, 35 below, 28 at the left, 26 at the right; 22 lines of
 * 28 characters of 三号 (16 pt); numbers of odd pages at the right, of even ones at the left, 7 mm below the text.
 *
 * <p>Fonts are named, not embedded: 仿宋, 黑体 and 宋体, which every office program for Chinese has or replaces.
 */
final class NoticeAsWord {

    private static final String BODY = "仿宋";
    private static final String MARK = "黑体";
    private static final String HEAD = "宋体";
    private static final String LATIN = "Times New Roman";
    private static final String RED = "C00000";
    private static final int LINE_TWIPS = 579;
    private static final int CHARACTER_POINTS = 16;
    private static final int CHARACTER_TWIPS = CHARACTER_POINTS * 20;
    /** 156 mm by 28 leave each character a little less than its 16 pt. A grid of characters is read differently by each program. */
    private static final int SPACING_TWIPS = -5;

    private static final int[] COLUMNS = {12, 52, 36};
    private static final int TEXT_MILLIMETRES = 156;

    private final XWPFDocument word = new XWPFDocument();

    private NoticeAsWord() {}

    static byte[] write(Notice notice) {
        var document = new NoticeAsWord();
        document.defaults();
        document.page();
        document.numbers();
        document.head(notice);
        notice.paragraphs().forEach(document::body);
        document.keepWithNext();
        document.attachments(notice);
        document.signature(notice);
        for (int at = 0; at < notice.parts().size(); at++) {
            document.list(notice.parts().get(at), notice.numbered() ? String.valueOf(at + 1) : "");
        }
        return document.bytes();
    }

    private void defaults() {
        var styles = CTStyles.Factory.newInstance();
        var run = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
        var fonts = run.addNewRFonts();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(BODY);
        run.addNewSz().setVal(BigInteger.valueOf(2 * CHARACTER_POINTS));
        run.addNewLang().setEastAsia("zh-CN");
        word.createStyles().setStyles(styles);
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
        margin.setHeader(twips(15));
        margin.setFooter(twips(22));
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(LINE_TWIPS));
    }

    private void numbers() {
        word.setEvenAndOddHeadings(true);
        number(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        number(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    private void number(HeaderFooterType pages, ParagraphAlignment side) {
        var paragraph = word.createFooter(pages).createParagraph();
        paragraph.setAlignment(side);
        paragraph.setIndentationLeft(side == ParagraphAlignment.LEFT ? CHARACTER_TWIPS : 0);
        paragraph.setIndentationRight(side == ParagraphAlignment.RIGHT ? CHARACTER_TWIPS : 0);
        run(paragraph, "— ", HEAD, 14, false);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        run(paragraph, " —", HEAD, 14, false);
    }

    private void head(Notice notice) {
        var issuer = paragraph(ParagraphAlignment.CENTER);
        run(issuer, notice.issuer() + "文件", HEAD, 44, true).setColor(RED);
        issuer.setSpacingBefore(twips(34).intValue());
        empty(2);
        var number = paragraph(ParagraphAlignment.CENTER);
        run(number, notice.document(), BODY, CHARACTER_POINTS, false);
        number.setBorderBottom(Borders.SINGLE);
        var line = number.getCTP().getPPr().getPBdr().getBottom();
        line.setSz(BigInteger.valueOf(12));
        line.setSpace(BigInteger.valueOf(11));
        line.setColor(RED);
        empty(2);
        var title = paragraph(ParagraphAlignment.CENTER);
        for (String words : notice.titleLines()) {
            title.getRuns().stream().findFirst().ifPresent(XWPFRun::addBreak);
            run(title, words, HEAD, 22, true);
        }
        empty(1);
    }

    private void body(String text) {
        var paragraph = paragraph(ParagraphAlignment.BOTH);
        if (!text.endsWith("：")) {
            paragraph.setIndentationFirstLine(2 * CHARACTER_TWIPS);
        }
        run(paragraph, text, BODY, CHARACTER_POINTS, false);
    }

    /** A signature does not stand on a page without text. */
    private void keepWithNext() {
        word.getLastParagraph().setKeepNext(true);
    }

    private void attachments(Notice notice) {
        if (notice.parts().isEmpty()) {
            return;
        }
        empty(1);
        for (int at = 0; at < notice.parts().size(); at++) {
            String number = notice.numbered() ? (at + 1) + ". " : "";
            var paragraph = paragraph(ParagraphAlignment.LEFT);
            paragraph.setIndentationLeft((notice.numbered() ? 6 : 5) * CHARACTER_TWIPS);
            paragraph.setIndentationHanging(((at == 0 ? 3 : 0) + (notice.numbered() ? 1 : 0)) * CHARACTER_TWIPS);
            String label = at == 0 ? "附件：" : "";
            paragraph.setKeepNext(true);
            run(paragraph, label + number + notice.parts().get(at).title() + "入选名单", BODY, CHARACTER_POINTS, false);
        }
    }

    /** The date ends four characters from the right, the name stands in the middle above it. */
    private void signature(Notice notice) {
        empty(2);
        double dateEnds = 4;
        double nameEnds = dateEnds + (width(notice.issuedOn()) - width(notice.issuer())) / 2;
        signed(notice.issuer(), nameEnds);
        signed(notice.issuedOn(), dateEnds);
    }

    private void signed(String text, double charactersFromRight) {
        var paragraph = paragraph(ParagraphAlignment.RIGHT);
        paragraph.setIndentationRight((int) Math.round(charactersFromRight * CHARACTER_TWIPS));
        run(paragraph, text, BODY, CHARACTER_POINTS, false);
    }

    /** In Chinese characters; a digit is half of one. */
    private static double width(String text) {
        return text.chars().mapToDouble(each -> each < 0x80 ? 0.5 : 1).sum();
    }

    private void list(Notice.Part part, String number) {
        var mark = paragraph(ParagraphAlignment.LEFT);
        mark.setPageBreak(true);
        run(mark, "附件" + number, MARK, CHARACTER_POINTS, false);
        empty(1);
        var title = paragraph(ParagraphAlignment.CENTER);
        title.setSpacingAfter(CHARACTER_TWIPS);
        run(title, part.title() + "入选名单", HEAD, 22, true);
        XWPFTable table = word.createTable(part.rows().size() + 1, COLUMNS.length);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(twips(TEXT_MILLIMETRES).intValue());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int column = 0; column < COLUMNS.length; column++) {
            var width = grid.sizeOfGridColArray() > column ? grid.getGridColArray(column) : grid.addNewGridCol();
            width.setW(columnTwips(column));
        }
        row(table, 0, List.of("序号", "单位", "市州"));
        table.getRow(0).setRepeatHeader(true);
        for (int at = 0; at < part.rows().size(); at++) {
            var row = part.rows().get(at);
            row(table, at + 1, List.of(String.valueOf(row.place()), row.school(), row.city()));
        }
    }

    private static void row(XWPFTable table, int at, List<String> texts) {
        var row = table.getRow(at);
        row.setCantSplitRow(true);
        for (int column = 0; column < COLUMNS.length; column++) {
            var cell = row.getCell(column);
            cell.setWidth(columnTwips(column).toString());
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            var paragraph = cell.getParagraphs().get(0);
            paragraph.setAlignment(at == 0 || column != 1 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            properties(paragraph).addNewSnapToGrid().setVal(false);
            run(paragraph, texts.get(column), BODY, 14, at == 0);
        }
    }

    private static BigInteger columnTwips(int column) {
        return twips(TEXT_MILLIMETRES * COLUMNS[column] / 100.0);
    }

    private void empty(int lines) {
        for (int line = 0; line < lines; line++) {
            paragraph(ParagraphAlignment.LEFT).setKeepNext(true);
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
            paragraph.setSpacingBetween(points + 8.0, LineSpacingRule.EXACT);
            properties(paragraph).addNewSnapToGrid().setVal(false);
        }
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontSize(points);
        if (points == CHARACTER_POINTS) {
            run.setCharacterSpacing(SPACING_TWIPS);
        }
        run.setBold(bold);
        return run;
    }

    private static CTPPr properties(XWPFParagraph paragraph) {
        return paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
    }

    private static BigInteger twips(double millimetres) {
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
