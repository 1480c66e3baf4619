package org.chuyi.workflow.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an export has gathered so far, and the workbook that is made of it. */
@Repository
public class ExportedRows {

    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    ExportedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After those of the slices before. */
    void add(long work, List<List<Object>> rows) {
        jdbc.sql("""
                        insert into background_work_rows (work_id, position, rows)
                        select :work, count(*), cast(:rows as jsonb) from background_work_rows where work_id = :work""").param("work", work).param("rows", json(rows)).update();
    }

    /** Slice by slice, so that a large export needs the file's memory alone; the rows go. */
    byte[] workbook(long work, String sheetName, List<String> headings, List<Integer> widths) {
        var out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Chuyi", "1.0")) {
            Worksheet sheet = book.newWorksheet(sheetName);
            head(sheet, headings, widths);
            int at = 1;
            for (int position = 0; position < slices(work); position++) {
                for (List<Object> row : read(work, position)) {
                    row(sheet, at++, row);
                }
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("delete from background_work_rows where work_id = :work")
                .param("work", work)
                .update();
        return out.toByteArray();
    }

    private static void head(Worksheet sheet, List<String> headings, List<Integer> widths) {
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.width(column, widths.get(column));
            sheet.value(0, column, headings.get(column));
        }
        sheet.range(0, 0, 0, headings.size() - 1)
                .style()
                .bold()
                .fillColor("EBEFF5")
                .horizontalAlignment("center")
                .set();
    }

    private static void row(Worksheet sheet, int at, List<Object> row) {
        for (int column = 0; column < row.size(); column++) {
            if (row.get(column) instanceof Number number) {
                sheet.value(at, column, number);
            } else {
                sheet.value(at, column, (String) row.get(column));
            }
        }
    }

    private int slices(long work) {
        return jdbc.sql("select count(*) from background_work_rows where work_id = :work")
                .param("work", work)
                .query(Integer.class)
                .single();
    }

    private List<List<Object>> read(long work, int position) {
        String rows = jdbc.sql("select rows from background_work_rows where work_id = :work and position = :position")
                .param("work", work)
                .param("position", position)
                .query(String.class)
                .single();
        try {
            return JSON.readValue(rows, new TypeReference<List<List<Object>>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Gathered rows that are none", e);
        }
    }

    private static String json(List<List<Object>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
