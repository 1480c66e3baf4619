package org.chuyi.database;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For statements whose best plan hangs on what is asked, e.g. a word that all have or hardly anybody: PostgreSQL plans
 * them for each asking, instead of once for all.
 */
public final class PlannedEachTime extends JdbcTemplate {

    private PlannedEachTime(DataSource database) {
        super(database);
    }

    public static JdbcClient on(DataSource database) {
        return JdbcClient.create(new PlannedEachTime(database));
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
