package org.chuyi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path parent;

    @Test
    void folderThatItMakesIsForItsOwnerAloneAndKeepsItsDataAcrossStarts() throws Exception {
        Path folder = parent.resolve("data");
        try (var database = new EmbeddedDatabase(folder)) {
            execute(database, "create table kept (word text)", "insert into kept values ('楚怡')");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThatExceptionOfType(DataFolderInUse.class)
                    .isThrownBy(() -> new EmbeddedDatabase(folder))
                    .withMessageContaining(folder.toString());
        }
        try (var database = new EmbeddedDatabase(folder)) {
            assertThat(read(database, "select word from kept")).isEqualTo("楚怡");
        }
    }

    /** As after a crash of the machine, when the number may have been given to another program: here, to this one. */
    @Test
    void programThatIsNotOursIsLeftAloneAndAnEmptyPidFileIsNoObstacle() throws Exception {
        try (var database = new EmbeddedDatabase(parent)) {
            execute(database, "create table kept (word text)", "insert into kept values ('楚怡')");
        }
        Path pidFile = parent.resolve("postgresql/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        try (var database = new EmbeddedDatabase(parent)) {
            assertThat(read(database, "select word from kept")).isEqualTo("楚怡");
        }
        Files.writeString(pidFile, "");
        try (var database = new EmbeddedDatabase(parent)) {
            assertThat(read(database, "select word from kept")).isEqualTo("楚怡");
        }
    }

    @Test
    void failedStartIsToldInPostgresqlsOwnWords() throws IOException {
        new EmbeddedDatabase(parent).close();
        Files.writeString(parent.resolve("postgresql/PG_VERSION"), "9.4\n");

        var failed = catchThrowableOfType(
                DatabaseNotStarted.class, () -> new EmbeddedDatabase(parent, Duration.ofSeconds(3)));

        var told = new DatabaseNotStartedAnalyzer().analyze(failed);
        assertThat(told.getDescription())
                .contains("没有启动", "did not start", parent.toString(), "initialized by PostgreSQL version 9.4");
        assertThat(told.getAction()).contains(parent.resolve("postgresql.log").toString());
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String read(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
