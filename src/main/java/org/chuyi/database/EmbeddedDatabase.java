package org.chuyi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that lives in a folder and is started with the program.
 *
 * <p>One program at a time holds the folder (a file lock, which a crash releases). A server that a killed program left
 * running is ended before ours starts; PostgreSQL then recovers from its log, since {@code fsync} is on.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FileChannel lockFile;
    private final FileLock lock;
    private final EmbeddedPostgres postgres;

    EmbeddedDatabase(Path folder) {
        Path cluster = folder.resolve("postgresql");
        try {
            Files.createDirectories(folder);
            lockFile = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = claim(folder);
            endServerLeftBehind(cluster);
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    // Spring closes it after the pool; the library's own hook would be faster than both.
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgresql-binaries").toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + folder + " did not start", e);
        }
        log.info("Embedded PostgreSQL on port {} with its data in {}", postgres.getPort(), cluster.toAbsolutePath());
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private FileLock claim(Path folder) throws IOException {
        FileLock claimed;
        try {
            claimed = lockFile.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            claimed = null;
        }
        if (claimed == null) {
            lockFile.close();
            throw new DataFolderInUse(folder);
        }
        return claimed;
    }

    /** The first line of {@code postmaster.pid} is the server's process, the second its data folder. */
    private static void endServerLeftBehind(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        var leftBehind = ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (leftBehind.isPresent()) {
            log.info(
                    "Ending the PostgreSQL that an earlier run left behind (process {})",
                    lines.get(0).trim());
            leftBehind.get().destroy();
            try {
                leftBehind.get().onExit().get(30, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                leftBehind.get().destroyForcibly();
            }
        }
        Files.deleteIfExists(pidFile);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.release();
        lockFile.close();
    }
}
