package org.chuyi.selection.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Locale;
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

    private static final int ROWS_IN_MEMORY = 200;

    private final Export export;
    private final RankingCells cells;
    private final MessageSource messages;
    private final Locale locale;

    RankingFile(Export export, Regions regions, MessageSource messages, Locale locale) {
        this.export = export;
        this.cells = new RankingCells(regions, messages, locale);
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
            rows.write(cells.headings().toArray());
            for (RankingRow row : export.rows()) {
                rows.write(cells.of(row).stream()
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
            for (int at = 0; at < RankingCells.WIDTHS.size(); at++) {
                Cell cell = head.createCell(at);
                cell.setCellValue(cells.headings().get(at));
                cell.setCellStyle(bold);
                sheet.setColumnWidth(at, RankingCells.WIDTHS.get(at) * 256);
            }
            sheet.createFreezePane(0, 3);
            int at = 3;
            for (RankingRow row : export.rows()) {
                write(sheet.createRow(at++), cells.of(row));
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

    /** Spreadsheets compute what begins so, whoever typed it; an apostrophe makes it text. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("selection.ranking." + key, arguments, locale);
    }
}
