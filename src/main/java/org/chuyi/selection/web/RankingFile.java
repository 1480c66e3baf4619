package org.chuyi.selection.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.chuyi.organisation.Regions;
import org.chuyi.selection.RankingReading.Export;
import org.chuyi.selection.RankingRow;
import org.springframework.context.MessageSource;

/** A version of a ranking as a spreadsheet, figures as figures, and nothing that a spreadsheet would compute. */
final class RankingFile {

    private static final String[] COLUMNS = {
        "rank",
        "number",
        "school",
        "city",
        "points",
        "median",
        "spread",
        "scores",
        "dropped",
        "method",
        "tieBreak",
        "alarm",
        "result"
    };
    private static final int[] WIDTHS = {8, 18, 34, 14, 10, 10, 10, 40, 18, 26, 20, 10, 12};
    private static final int ROWS_IN_MEMORY = 200;

    private final Export export;
    private final Regions regions;
    private final MessageSource messages;
    private final Locale locale;

    RankingFile(Export export, Regions regions, MessageSource messages, Locale locale) {
        this.export = export;
        this.regions = regions;
        this.messages = messages;
        this.locale = locale;
    }

    void writeCsv(OutputStream target) throws IOException {
        var text = new OutputStreamWriter(target, UTF_8);
        text.write('\uFEFF');
        try (var rows = CsvMapper.builder()
                .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                .build()
                .writerFor(Object[].class)
                .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                .writeValues(text)) {
            rows.write(headings().toArray());
            for (RankingRow row : export.rows()) {
                rows.write(cells(row).stream()
                        .map(cell -> cell instanceof String said ? harmless(said) : cell)
                        .toArray());
            }
        }
    }

    void writeWorkbook(OutputStream target) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            SXSSFSheet sheet = workbook.createSheet(text("sheet"));
            CellStyle bold = workbook.createCellStyle();
            Font font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            sheet.createRow(0).createCell(0).setCellValue(title());
            sheet.getRow(0).getCell(0).setCellStyle(bold);
            sheet.createRow(1)
                    .createCell(0)
                    .setCellValue(text(
                            "version",
                            export.ranking().version(),
                            export.ranking().places(),
                            export.ranking().ruleVersion()));
            Row head = sheet.createRow(2);
            for (int at = 0; at < COLUMNS.length; at++) {
                Cell cell = head.createCell(at);
                cell.setCellValue(headings().get(at));
                cell.setCellStyle(bold);
                sheet.setColumnWidth(at, WIDTHS[at] * 256);
            }
            sheet.createFreezePane(0, 3);
            int at = 3;
            for (RankingRow row : export.rows()) {
                write(sheet.createRow(at++), cells(row));
            }
            workbook.write(target);
        }
    }

    private static void write(Row row, List<Object> cells) {
        for (int at = 0; at < cells.size(); at++) {
            if (cells.get(at) instanceof Number number) {
                row.createCell(at).setCellValue(number.doubleValue());
            } else {
                row.createCell(at).setCellValue(cells.get(at).toString());
            }
        }
    }

    private String title() {
        return export.programme().names().in(locale) + " " + export.contest().key();
    }

    private List<String> headings() {
        return java.util.Arrays.stream(COLUMNS)
                .map(column -> text("column." + column))
                .toList();
    }

    private List<Object> cells(RankingRow row) {
        var figures = row.aggregate();
        List<Object> cells = new ArrayList<>();
        cells.add(row.rank());
        cells.add(row.number().value());
        cells.add(row.school());
        cells.add(regions.nameOf(row.cityCode()));
        cells.add(points(figures.points()));
        cells.add(points(figures.median()));
        cells.add(points(figures.spread()));
        cells.add(list(figures.scores()));
        cells.add(list(figures.dropped()));
        cells.add(text("method." + figures.method()));
        cells.add(text("tie." + row.tieBreak()));
        cells.add(figures.alarm() ? text("alarm") : "");
        cells.add(text(row.designated() ? "designated" : row.aboveLine() ? "above" : "below"));
        return cells;
    }

    private static BigDecimal points(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static String list(List<Integer> hundredths) {
        return hundredths.stream()
                .map(RankingFile::points)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining("; "));
    }

    /** Spreadsheets compute what begins so, whoever typed it; an apostrophe makes it text. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("selection.ranking." + key, arguments, locale);
    }
}
