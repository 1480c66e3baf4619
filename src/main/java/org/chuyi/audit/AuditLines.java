package org.chuyi.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record's lines, for reading. */
@Component
public class AuditLines {

    static final String COLUMNS =
            "number, at, account_id, name, acting_for, address, action, subject_kind, subject, details, hash";
    private static final int BATCH = 1000;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    AuditLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything recorded about one subject, oldest first. */
    public List<AuditLine> about(String subjectKind, String subject) {
        return jdbc.sql("select " + COLUMNS
                        + " from audit_line where subject_kind = :kind and subject = :subject order by number")
                .param("kind", subjectKind)
                .param("subject", subject)
                .query((row, index) -> line(row))
                .list();
    }

    public Optional<AuditLine> find(long number) {
        return jdbc.sql("select " + COLUMNS + " from audit_line where number = :number")
                .param("number", number)
                .query((row, index) -> line(row))
                .optional();
    }

    /** The newest lines first; the next page begins before the last line's number of this one. */
    public List<AuditLine> newestFirst(AuditFilter filter, Optional<Long> before, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = conditions(filter, parameters);
        before.ifPresent(number -> {
            conditions.add("number < :before");
            parameters.put("before", number);
        });
        parameters.put("limit", limit);
        return jdbc.sql("select " + COLUMNS + " from audit_line where " + String.join(" and ", conditions)
                        + " order by number desc limit :limit")
                .params(parameters)
                .query((row, index) -> line(row))
                .list();
    }

    /** Hands over every line, oldest first, in batches, so that any number of them fits into memory. */
    public void each(AuditFilter filter, Consumer<AuditLine> reader) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = conditions(filter, parameters);
        String sql = "select " + COLUMNS + " from audit_line where " + String.join(" and ", conditions)
                + " and number > :after order by number limit " + BATCH;
        long after = 0;
        List<AuditLine> batch;
        do {
            parameters.put("after", after);
            batch = jdbc.sql(sql)
                    .params(parameters)
                    .query((row, index) -> line(row))
                    .list();
            batch.forEach(reader);
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).number();
        } while (batch.size() == BATCH);
    }

    private static List<String> conditions(AuditFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        filter.from().ifPresent(from -> {
            conditions.add("at >= :from");
            parameters.put("from", from.atOffset(java.time.ZoneOffset.UTC));
        });
        filter.until().ifPresent(until -> {
            conditions.add("at < :until");
            parameters.put("until", until.atOffset(java.time.ZoneOffset.UTC));
        });
        filter.person().ifPresent(person -> {
            boolean account = person.matches("\\d{1,18}");
            conditions.add(account ? "account_id = :person" : "name = :person");
            parameters.put("person", account ? (Object) Long.valueOf(person) : person);
        });
        filter.action().ifPresent(action -> {
            conditions.add("(action = :action or starts_with(action, :action || '.'))");
            parameters.put("action", action);
        });
        filter.subject().ifPresent(subject -> {
            conditions.add("subject = :subject");
            parameters.put("subject", subject);
        });
        return conditions;
    }

    static AuditLine line(ResultSet row) throws SQLException {
        ChainLink link = link(row);
        return new AuditLine(
                row.getLong("number"),
                link.at(),
                link.who(),
                link.action(),
                link.subjectKind(),
                link.subject(),
                details(link.details()),
                row.getString("hash"));
    }

    static ChainLink link(ResultSet row) throws SQLException {
        Who who = new Who(
                Optional.ofNullable(row.getObject("account_id", Long.class)),
                row.getString("name"),
                row.getString("acting_for"),
                row.getString("address"));
        return new ChainLink(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                who,
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("details"));
    }

    private static Map<String, Object> details(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line's details are not JSON", e);
        }
    }
}
