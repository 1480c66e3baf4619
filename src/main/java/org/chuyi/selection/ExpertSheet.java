package org.chuyi.selection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chuyi.workflow.form.FieldProblem;

/** The Excel sheets of the pool: the template, what comes back filled in, the list, and the result of an import. */
final class ExpertSheet {

    static final int MOST_ROWS = 500;

    /** Far above any honest sheet of 500 rows; a small file must not unfold into a large one. */
    private static final long LARGEST_PART = 20L * 1024 * 1024;

    private static final int WIDTH_OF_A_LETTER = 256;
    private static final String TEXT_FORMAT = "@";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    }

    private ExpertSheet() {}

    /** The columns, by their headings. */
    enum Column {
        LOGIN("登录名", 16),
        NAME("姓名", 12),
        EMPLOYER("工作单位", 34),
        TITLE("职称", 16),
        MAJORS("专业", 24),
        AVAILABLE_FROM("可评审开始日期", 18),
        AVAILABLE_TO("可评审结束日期", 18),
        EMAIL("邮箱", 28);

        private final String heading;
        private final int letters;

        Column(String heading, int letters) {
            this.heading = heading;
            this.letters = letters;
        }
    }

    /** @param number as Excel shows it: the heading is row 1 */
    record Line(int number, ExpertEntry entry) {}

    /** What was read, or why nothing could be. */
    sealed interface Reading {
        record Lines(List<Line> lines) implements Reading {}

        record Unreadable(FieldProblem problem) implements Reading {}
    }

    static byte[] template() {
        return written(workbook -> {
            sheet(workbook, "专家", headings(), List.of());
            var notes = workbook.createSheet("填写说明");
            notes.setColumnWidth(0, 110 * WIDTH_OF_A_LETTER);
            List<String> lines = List.of(
                    "每行一位专家，从第 2 行填起，一次不超过 " + MOST_ROWS + " 行。请勿改动表头。",
                    "登录名：小写字母开头，可含数字和 . _ -，2 至 32 位；已有账号的填原登录名，系统为其开通专家身份。",
                    "姓名：与账号上的姓名一致。",
                    "工作单位：系统单位目录中的全称，用于计算回避。",
                    "专业：职业教育专业目录（2021）的专业代码（六位）或专业类代码（四位），多个用顿号分隔，如 460101、4603。",
                    "可评审开始、结束日期：如 2026-03-01；不限的留空。",
                    "邮箱：用于接收邀请；留空的只收站内消息。",
                    "同一登录名再次导入即更新，不会重复。");
            for (int at = 0; at < lines.size(); at++) {
                notes.createRow(at).createCell(0).setCellValue(lines.get(at));
            }
        });
    }

    static byte[] list(List<Expert> experts) {
        List<List<String>> rows = experts.stream()
                .map(ExpertEntry::of)
                .map(entry -> List.of(
                        entry.login(),
                        entry.name(),
                        entry.employer(),
                        entry.title(),
                        entry.majors(),
                        entry.availableFrom(),
                        entry.availableTo(),
                        entry.email()))
                .toList();
        return written(workbook -> sheet(workbook, "专家", headings(), rows));
    }

    /** @param effects in the officer's words, by message key */
    static byte[] result(List<ExpertPool.Saved.Done> saved, Map<String, String> effects) {
        List<List<String>> rows = saved.stream()
                .map(done -> List.of(
                        done.login(),
                        done.name(),
                        done.employer(),
                        effects.getOrDefault(done.effect(), done.effect()),
                        done.oneTimePassword().orElse("")))
                .toList();
        return written(workbook -> sheet(workbook, "导入结果", List.of("登录名", "姓名", "工作单位", "结果", "一次性密码（首次登录须修改）"), rows));
    }

    static Reading read(InputStream content) {
        try (Workbook workbook = new XSSFWorkbook(content)) {
            return lines(workbook.getSheetAt(0));
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException notExcel) {
            return unreadable("selection.import.problem.notExcel");
        }
    }

    private static Reading lines(Sheet sheet) {
        Row head = sheet.getRow(0);
        Map<Column, Integer> places = head == null ? Map.of() : places(head);
        List<String> missing = java.util.Arrays.stream(Column.values())
                .filter(column -> !places.containsKey(column))
                .map(column -> column.heading)
                .toList();
        if (!missing.isEmpty()) {
            return unreadable("selection.import.problem.columns", String.join("、", missing));
        }
        List<Line> lines = new ArrayList<>();
        for (int at = 1; at <= sheet.getLastRowNum(); at++) {
            Optional<ExpertEntry> entry = Optional.ofNullable(sheet.getRow(at))
                    .map(row -> entry(row, places))
                    .filter(read -> !read.isBlank());
            if (entry.isPresent()) {
                lines.add(new Line(at + 1, entry.get()));
            }
            if (lines.size() > MOST_ROWS) {
                return unreadable("selection.import.problem.tooManyRows", MOST_ROWS);
            }
        }
        return lines.isEmpty() ? unreadable("selection.import.problem.noRows") : new Reading.Lines(lines);
    }

    private static Map<Column, Integer> places(Row head) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Cell cell : head) {
            for (Column column : Column.values()) {
                if (text(cell).equals(column.heading)) {
                    places.putIfAbsent(column, cell.getColumnIndex());
                }
            }
        }
        return places;
    }

    private static ExpertEntry entry(Row row, Map<Column, Integer> places) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        places.forEach((column, place) -> texts.put(
                column,
                Optional.ofNullable(row.getCell(place)).map(ExpertSheet::text).orElse("")));
        return new ExpertEntry(
                texts.get(Column.LOGIN),
                texts.get(Column.NAME),
                texts.get(Column.EMPLOYER),
                texts.get(Column.TITLE),
                texts.get(Column.MAJORS),
                texts.get(Column.AVAILABLE_FROM),
                texts.get(Column.AVAILABLE_TO),
                texts.get(Column.EMAIL));
    }

    /** What is seen in the cell; a date however Excel shows it as 2026-03-01, a code without decimals. */
    private static String text(Cell cell) {
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().format(DAY);
        }
        return new DataFormatter().formatCellValue(cell).strip();
    }

    private static List<String> headings() {
        return java.util.Arrays.stream(Column.values())
                .map(column -> column.heading)
                .toList();
    }

    private static void sheet(Workbook workbook, String name, List<String> headings, List<List<String>> rows) {
        Sheet sheet = workbook.createSheet(name);
        CellStyle head = headingStyle(workbook);
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat(TEXT_FORMAT));
        Row first = sheet.createRow(0);
        for (int at = 0; at < headings.size(); at++) {
            Cell cell = first.createCell(at);
            cell.setCellValue(headings.get(at));
            cell.setCellStyle(head);
            sheet.setDefaultColumnStyle(at, text);
            sheet.setColumnWidth(at, widthOf(headings.get(at)) * WIDTH_OF_A_LETTER);
        }
        for (List<String> values : rows) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int at = 0; at < values.size(); at++) {
                Cell cell = row.createCell(at);
                cell.setCellValue(values.get(at));
                cell.setCellStyle(text);
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private static int widthOf(String heading) {
        return java.util.Arrays.stream(Column.values())
                .filter(column -> column.heading.equals(heading))
                .map(column -> column.letters)
                .findFirst()
                .orElse(Math.max(18, 2 * heading.length() + 2));
    }

    private static CellStyle headingStyle(Workbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private interface Content {
        void write(Workbook workbook);
    }

    private static byte[] written(Content content) {
        try (Workbook workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            content.write(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Reading unreadable(String code, Object... arguments) {
        return new Reading.Unreadable(FieldProblem.of("file", "selection.import.file", code, arguments));
    }
}
