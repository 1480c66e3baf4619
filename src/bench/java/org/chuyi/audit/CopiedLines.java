package org.chuyi.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the record for measurements: lines of some applications again for others, in one sound chain. */
public final class CopiedLines {

    private static final int BATCH = 5000;
    private static final String INSERT = "insert into audit_line (" + AuditLines.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), ?)";

    private record Head(long number, String hash) {}

    private record Copy(String template, String number) {}

    private CopiedLines() {}

    /** @param copies SQL that gives the columns template and number */
    public static void write(DataSource database, String copies) throws SQLException {
        var connection = new SingleConnectionDataSource(database.getConnection(), true);
        try {
            var jdbc = JdbcClient.create(connection);
            new TransactionTemplate(new DataSourceTransactionManager(connection)).executeWithoutResult(transaction -> {
                Map<String, List<ChainLink>> lines = jdbc
                        .sql("select " + AuditLines.COLUMNS + " from audit_line where subject_kind = 'application'"
                                + " and subject in (select template from (" + copies + ") copy)")
                        .query((row, n) -> AuditLines.link(row))
                        .list()
                        .stream()
                        .collect(java.util.stream.Collectors.groupingBy(ChainLink::subject));
                var all = jdbc.sql(copies).query(Copy.class).list().stream()
                        .flatMap(copy -> lines.getOrDefault(copy.template(), List.of()).stream()
                                .map(line -> about(copy.number(), line)))
                        .toList();
                append(jdbc, new JdbcTemplate(connection), all);
            });
        } finally {
            connection.destroy();
        }
    }

    private static ChainLink about(String number, ChainLink line) {
        return new ChainLink(line.at(), line.who(), line.action(), line.subjectKind(), number, line.details());
    }

    private static void append(JdbcClient jdbc, JdbcTemplate template, List<ChainLink> lines) {
        var head = jdbc.sql("select number, hash from audit_head for update")
                .query(Head.class)
                .single();
        var at = new Object() {
            long number = head.number();
            String hash = head.hash();
        };
        template.batchUpdate(INSERT, lines, BATCH, (statement, line) -> {
            at.hash = line.hash(++at.number, at.hash);
            bind(statement, at.number, line, at.hash);
        });
        jdbc.sql("update audit_head set number = :number, hash = :hash")
                .param("number", at.number)
                .param("hash", at.hash)
                .update();
    }

    private static void bind(PreparedStatement statement, long number, ChainLink line, String hash)
            throws SQLException {
        statement.setLong(1, number);
        statement.setTimestamp(2, Timestamp.from(line.at()));
        statement.setObject(3, line.who().account().orElse(null), java.sql.Types.BIGINT);
        statement.setString(4, line.who().name());
        statement.setString(5, line.who().actingFor());
        statement.setString(6, line.who().address());
        statement.setString(7, line.action());
        statement.setString(8, line.subjectKind());
        statement.setString(9, line.subject());
        statement.setString(10, line.details());
        statement.setString(11, hash);
    }
}
