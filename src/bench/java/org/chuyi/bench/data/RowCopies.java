package org.chuyi.bench.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies a table's rows for every row {@code c} of a staging table: the columns named get an expression over {@code src}
 * and {@code c}, all others their own value, generated keys a new one.
 */
final class RowCopies {

    private final JdbcClient database;
    private final String staging;

    RowCopies(JdbcClient database, String staging) {
        this.database = database;
        this.staging = staging;
    }

    /** The rows of one table: which of them, and what becomes of their columns. */
    static final class Rows {
        private final String table;
        private final Map<String, String> expressions = new HashMap<>();
        private String belongTo;
        private String through = "";

        private Rows(String table) {
            this.table = table;
        }

        static Rows of(String table) {
            return new Rows(table);
        }

        /** @param condition joins {@code src} to {@code c} */
        Rows where(String condition) {
            belongTo = condition;
            return this;
        }

        /** @param join another table between {@code src} and {@code c} */
        Rows through(String join) {
            through = join;
            return this;
        }

        Rows set(String column, String expression) {
            expressions.put(column, expression);
            return this;
        }

        /**
         * Ids that go with the case: the copy's ending, of six characters, takes the place of the last of the id, which
         * name the machine and are the same in all. So an id that fills its column still does.
         */
        Rows renamed(String... columns) {
            for (String column : columns) {
                set(column, "left(src." + column + ", -6) || c.ending");
            }
            return this;
        }

        /** Times that go with the case: each is put back by the copy's distance. */
        Rows earlier(String... columns) {
            for (String column : columns) {
                set(column, "src." + column + " - c.distance");
            }
            return this;
        }
    }

    void copy(Rows rows) {
        List<String> columns =
                database.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = :table and is_identity = 'NO'
                        order by ordinal_position""").param("table", rows.table).query(String.class).list();
        if (!columns.containsAll(rows.expressions.keySet())) {
            throw new IllegalArgumentException(rows.table + " has no such columns: " + rows.expressions.keySet());
        }
        var values = columns.stream()
                .map(column -> rows.expressions.getOrDefault(column, "src.\"" + column + "\""))
                .toList();
        database.sql("insert into " + rows.table + " (\"" + String.join("\", \"", columns) + "\") select "
                        + String.join(", ", values) + " from " + rows.table + " src " + rows.through + " join "
                        + staging + " c on " + rows.belongTo)
                .update();
    }
}
