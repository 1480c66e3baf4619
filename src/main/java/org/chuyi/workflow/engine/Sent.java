package org.chuyi.workflow.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement that goes to the database beside others. */
interface Sent {

    String sql();

    /** Returns the position after its last parameter. */
    int bind(PreparedStatement prepared, int first) throws SQLException;
}
