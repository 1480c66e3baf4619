package org.chuyi.portal.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.ChuyiApplication;
import org.chuyi.audit.AuditLine;
import org.springframework.context.MessageSource;

/** Lines of the record as a spreadsheet reads them: UTF-8 with its mark, and nothing that it would compute. */
final class RecordCsv implements AutoCloseable {

    private static final String[] COLUMNS = {
        "number", "time", "person", "account", "acting-for", "address", "action", "subject", "details", "hash"
    };
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ChuyiApplication.ZONE);

    private final SequenceWriter rows;
    private final MessageSource messages;
    private final Locale language;

    RecordCsv(OutputStream target, MessageSource messages, Locale language) throws IOException {
        this.messages = messages;
        this.language = language;
        Writer text = new OutputStreamWriter(target, UTF_8);
        text.write('\uFEFF');
        rows = CsvMapper.builder()
                .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                .build()
                .writerFor(String[].class)
                .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                .writeValues(text);
        write(Stream.of(COLUMNS).map(column -> text("audit.page.column." + column, column)));
    }

    void add(AuditLine line) {
        write(Stream.of(
                Long.toString(line.number()),
                TIME.format(line.at()),
                line.who().name(),
                line.who().account().map(String::valueOf).orElse(""),
                line.who().actingFor(),
                line.who().address(),
                text("audit." + line.action(), line.action()),
                line.subjectKind() + " " + line.subject(),
                details(line.details()),
                line.hash()));
    }

    private static String details(Map<String, Object> details) {
        return details.entrySet().stream()
                .map(detail -> detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining("; "));
    }

    private void write(Stream<String> cells) {
        try {
            rows.write(cells.map(RecordCsv::harmless).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spreadsheets compute what begins so, whoever typed it; an apostrophe makes it text. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private String text(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, language);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
