package org.chuyi.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.AccountDirectory;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Import of experts from Excel: read and checked row by row, shown, then saved as a whole. Its officer alone sees it. */
@Service
@Transactional
public class ExpertImports {

    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ExpertPool pool;
    private final Experts experts;
    private final ExpertEntryCheck check;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    ExpertImports(
            JdbcClient jdbc,
            ExpertPool pool,
            Experts experts,
            ExpertEntryCheck check,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.experts = experts;
        this.check = check;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A row as the preview shows it.
     *
     * @param number as Excel shows it
     * @param effect message key of what saving it does
     */
    public record Row(int number, ExpertEntry entry, String effect, List<FieldProblem> problems) {
        public boolean good() {
            return problems.isEmpty();
        }
    }

    /** @param rows empty once it is done */
    public record Import(long id, String fileName, List<Row> rows, int refused, boolean done, Instant createdAt) {

        public long goodRows() {
            return rows.stream().filter(Row::good).count();
        }
    }

    /** What became of a file. */
    public sealed interface Preview {
        record Shown(long id) implements Preview {}

        record Unreadable(FieldProblem problem) implements Preview {}
    }

    /** What became of a confirmation. */
    public sealed interface Confirmation {

        /** @param sheet the result with the one-time passwords, which are kept nowhere: for this answer alone */
        record Done(byte[] sheet) implements Confirmation {}

        /** Something changed since the preview, which now shows it; nothing was imported. */
        record Changed() implements Confirmation {}

        record DoneBefore() implements Confirmation {}
    }

    public byte[] template() {
        return ExpertSheet.template();
    }

    /** The whole pool; the export stands in the record. */
    public byte[] export(Actor officer) {
        pool.requireKeeper(officer);
        var all = experts.all();
        audit.record(AuditEntry.of("expert.exported", "expert", "pool", Map.of("rows", all.size())));
        return ExpertSheet.list(all);
    }

    public Preview preview(String fileName, InputStream content, Actor officer) {
        pool.requireKeeper(officer);
        ExpertSheet.Reading reading = ExpertSheet.read(content);
        if (reading instanceof ExpertSheet.Reading.Unreadable unreadable) {
            return new Preview.Unreadable(unreadable.problem());
        }
        List<Row> rows = checked(((ExpertSheet.Reading.Lines) reading).lines(), officer);
        long id = jdbc.sql("""
                        insert into expert_import (file_name, rows, refused, state, created_by, created_at)
                        values (:file, cast(:rows as jsonb), :refused, 'PREVIEWED', :by, :at) returning id""")
                .param("file", fileName)
                .param("rows", written(rows))
                .param("refused", refused(rows))
                .param("by", officer.account().value())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        audit.record(AuditEntry.of(
                "expert.importRead",
                "expertImport",
                Long.toString(id),
                Map.of("file", fileName, "rows", rows.size(), "refused", refused(rows))));
        return new Preview.Shown(id);
    }

    @Transactional(readOnly = true)
    public Optional<Import> find(long id, Actor officer) {
        pool.requireKeeper(officer);
        return find(id, officer.account(), "");
    }

    /** All good rows or none: they are checked once more, for the pool may have changed since. */
    public Confirmation confirm(long id, Map<String, String> effects, Actor officer) {
        pool.requireKeeper(officer);
        Import shown = find(id, officer.account(), " for update").orElseThrow();
        if (shown.done()) {
            return new Confirmation.DoneBefore();
        }
        List<Row> good = shown.rows().stream().filter(Row::good).toList();
        List<CheckedEntry> entries = check.check(good.stream().map(Row::entry).toList(), officer);
        if (entries.isEmpty() || entries.stream().anyMatch(entry -> !entry.isGood())) {
            showAgain(shown, officer);
            return new Confirmation.Changed();
        }
        var saved = entries.stream().map(entry -> pool.save(entry, officer)).toList();
        jdbc.sql("update expert_import set state = 'DONE', rows = '[]', done_at = :at where id = :id")
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        audit.record(AuditEntry.of(
                "expert.imported",
                "expertImport",
                Long.toString(id),
                Map.of(
                        "file", shown.fileName(),
                        "rows", saved.size(),
                        "accounts",
                                saved.stream()
                                        .filter(done -> done.oneTimePassword().isPresent())
                                        .count(),
                        "refused", shown.refused())));
        return new Confirmation.Done(ExpertSheet.result(saved, effects));
    }

    private void showAgain(Import shown, Actor officer) {
        var lines = shown.rows().stream()
                .map(row -> new ExpertSheet.Line(row.number(), row.entry()))
                .toList();
        List<Row> rows = checked(lines, officer);
        jdbc.sql("update expert_import set rows = cast(:rows as jsonb), refused = :refused where id = :id")
                .param("rows", written(rows))
                .param("refused", refused(rows))
                .param("id", shown.id())
                .update();
    }

    private List<Row> checked(List<ExpertSheet.Line> lines, Actor officer) {
        var entries = check.check(lines.stream().map(ExpertSheet.Line::entry).toList(), officer);
        Map<String, Integer> firstWith = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            ExpertSheet.Line line = lines.get(at);
            CheckedEntry entry = entries.get(at);
            List<FieldProblem> problems = new ArrayList<>(entry.problems());
            Integer first = firstWith.putIfAbsent(
                    AccountDirectory.canonical(line.entry().login()), line.number());
            if (first != null && !line.entry().login().isEmpty()) {
                problems.add(
                        FieldProblem.of("login", "selection.entry.login", "selection.import.problem.twice", first));
            }
            rows.add(new Row(line.number(), line.entry(), entry.effect().message(), problems));
        }
        return rows;
    }

    private Optional<Import> find(long id, AccountId officer, String lock) {
        return jdbc.sql("select * from expert_import where id = :id and created_by = :by" + lock)
                .param("id", id)
                .param("by", officer.value())
                .query((row, n) -> new Import(
                        row.getLong("id"),
                        row.getString("file_name"),
                        read(row.getString("rows")),
                        row.getInt("refused"),
                        row.getString("state").equals("DONE"),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    private static int refused(List<Row> rows) {
        return (int) rows.stream().filter(row -> !row.good()).count();
    }

    private String written(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Rows that are not JSON", e);
        }
    }

    private List<Row> read(String rows) {
        try {
            return json.readValue(rows, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored rows that are not JSON", e);
        }
    }
}
