package org.chuyi.workflow.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several statements in one round trip: PostgreSQL's driver sends statements that a semicolon separates together, each
 * prepared once on a connection and then known by its name.
 */
final class RoundTrip {

    private RoundTrip() {}

    /** Of statements that change rows: how many each has changed. */
    static int[] update(Connection connection, List<? extends Sent> statements) throws SQLException {
        try (var prepared = prepare(connection, statements)) {
            prepared.execute();
            int[] changed = new int[statements.size()];
            for (int each = 0; each < changed.length; each++) {
                changed[each] = prepared.getUpdateCount();
                prepared.getMoreResults();
            }
            return changed;
        }
    }

    /** Of statements that read: the objects that each has found, as the engine maps them. */
    static List<List<Object>> select(Connection connection, List<BoundStatement> statements) throws SQLException {
        try (var prepared = prepare(connection, statements)) {
            prepared.execute();
            List<List<Object>> found = new ArrayList<>(statements.size());
            for (var each : statements) {
                try (ResultSet rows = prepared.getResultSet()) {
                    found.add(each.read(rows));
                }
                prepared.getMoreResults();
            }
            return found;
        }
    }

    private static PreparedStatement prepare(Connection connection, List<? extends Sent> statements)
            throws SQLException {
        var prepared =
                connection.prepareStatement(statements.stream().map(Sent::sql).collect(Collectors.joining(";")));
        int next = 1;
        for (var each : statements) {
            next = each.bind(prepared, next);
        }
        return prepared;
    }
}
