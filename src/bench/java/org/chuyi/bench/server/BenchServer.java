package org.chuyi.bench.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL 17 for all contenders, with the settings of the product's own (fsync on), a database for each; it can
 * write down what it is asked.
 */
public final class BenchServer implements AutoCloseable {

    private static final int CONNECTIONS = 10;
    private static final List<BenchServer> RUNNING = new ArrayList<>();

    /** Ends every server: after the program, where this is named first on the class. */
    public static final class EndsLast implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) throws IOException {
            for (var server : RUNNING) {
                server.close();
            }
            RUNNING.clear();
        }
    }

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final List<HikariDataSource> pools = new ArrayList<>();

    public BenchServer(Path folder) {
        this.folder = folder;
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgresql"))
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .setServerConfig("logging_collector", "on")
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C")
                    .start();
            StatementLog.prepare(JdbcClient.create(postgres.getPostgresDatabase()), folder);
            RUNNING.add(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public void create(String database) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + database)
                .update();
    }

    /** Its connections are named after it, and its round trips counted. */
    public String countedUrl(String database) {
        return url(database, database) + "&socketFactory=" + CountedSockets.class.getName() + "&socketFactoryArg="
                + database;
    }

    public String url(String database, String application) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database + "?ApplicationName=" + application;
    }

    /** A pool as large as the product's. */
    public HikariDataSource pool(String url) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername("postgres");
        settings.setPassword("postgres");
        settings.setMaximumPoolSize(CONNECTIONS);
        var pool = new HikariDataSource(settings);
        pools.add(pool);
        return pool;
    }

    /** For what the measurement itself does. */
    public JdbcClient ownClient(String database) {
        return JdbcClient.create(pool(url(database, "bench")));
    }

    @Override
    public void close() throws IOException {
        pools.forEach(HikariDataSource::close);
        postgres.close();
    }
}
