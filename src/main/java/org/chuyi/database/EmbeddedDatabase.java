package org.chuyi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
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

    /** After a crash it reads its log first. */
    private static final Duration START_WITHIN = Duration.ofMinutes(1);

    private final FileChannel lockFile;
    private final FileLock lock;
    private final EmbeddedPostgres postgres;

    EmbeddedDatabase(Path folder) {
        this(folder, START_WITHIN);
    }

    EmbeddedDatabase(Path folder, Duration startWithin) {
        Path cluster = folder.resolve("postgresql");
        Path output = folder.resolve("postgresql.log");
        Path binaries = folder.resolve("postgresql-binaries");
        try {
            makeForOwnerAlone(folder);
            Files.createDirectories(binaries);
            lockFile = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = claim(folder);
            Files.deleteIfExists(output);
            endServerLeftBehind(cluster, binaries);
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    // Spring closes it after the pool; the library's own hook would be faster than both.
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .setPGStartupWait(startWithin)
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new DatabaseNotStarted(folder, output, e);
        }
        log.info("Embedded PostgreSQL on port {} with its data in {}", postgres.getPort(), cluster.toAbsolutePath());
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** It holds identity numbers and the key to them, and programs that we run. A folder that was there stays as it is. */
    private static void makeForOwnerAlone(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
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

    /**
     * The first line of {@code postmaster.pid} is the server's process. After a crash of the machine the number may be
     * anybody's, even another PostgreSQL's: only one that runs our own binaries is ended.
     */
    private static void endServerLeftBehind(Path cluster, Path binaries) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var own = binaries.toRealPath().toString();
        var leftBehind = processIn(pidFile)
                .filter(process -> process.info().command().orElse("").startsWith(own));
        if (leftBehind.isPresent()) {
            log.info(
                    "Ending the PostgreSQL that an earlier run left behind (process {})",
                    leftBehind.get().pid());
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

    /** A crash may have left the file empty. */
    private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::trim)
                .filter(line -> line.matches("\\d{1,10}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.release();
        lockFile.close();
    }
}
