package org.chuyi.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The built jar in a JVM of its own, with its own PostgreSQL in a folder, as it is run in earnest; in demonstration mode,
 * so that there are people to sign in.
 */
public final class ProductServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private final Process process;
    private final Path data;
    private final int port;
    private final Duration startedIn;

    private ProductServer(Process process, Path data, int port, Duration startedIn) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.startedIn = startedIn;
    }

    /**
     * Returns when the program has said its welcome.
     *
     * @param heap e.g. 512m
     * @param log where its output goes
     */
    public static ProductServer start(Path data, String heap, Path log) throws IOException, InterruptedException {
        return start(data, heap, log, Map.of());
    }

    /** @param settings further ones of its environment, e.g. an external database */
    public static ProductServer start(Path data, String heap, Path log, Map<String, String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port = freePort();
        long from = System.nanoTime();
        var builder = new ProcessBuilder(
                        JAVA.resolve("java").toString(), "-Xmx" + heap, "-jar", System.getProperty("bench.jar"))
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "CHUYI_DATA", data.toAbsolutePath().toString(),
                        "SERVER_PORT", Integer.toString(port),
                        "CHUYI_DEMO", "true",
                        // All clients come from one address.
                        "CHUYI_LIMIT_SEARCHES", "0",
                        "CHUYI_LIMIT_API", "0"));
        builder.environment().putAll(settings);
        var process = builder.start();
        var welcome = new CountDownLatch(1);
        var reader = new Thread(() -> follow(process, log, welcome), "output of the server");
        reader.setDaemon(true);
        reader.start();
        if (!welcome.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !process.isAlive()) {
            process.destroy();
            throw new IllegalStateException("The server did not start; its output is in " + log);
        }
        return new ProductServer(process, data, port, Duration.ofNanos(System.nanoTime() - from));
    }

    private static void follow(Process process, Path log, CountDownLatch welcome) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                var file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.println(line);
                if (line.contains("org.chuyi.portal.Welcome")) {
                    welcome.countDown();
                }
            }
        } catch (IOException closedWithTheProcess) {
            return;
        } finally {
            welcome.countDown();
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public int port() {
        return port;
    }

    /** From the command to the welcome. */
    public Duration startedIn() {
        return startedIn;
    }

    /** Its database, seen from outside the program. */
    public JdbcClient database() {
        return JdbcClient.create(dataSource());
    }

    public DriverManagerDataSource dataSource() {
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + postmaster(3)
                        + "/postgres?ApplicationName=bench&reWriteBatchedInserts=true",
                "postgres",
                "postgres");
    }

    /** What the program and its database have used of the processors so far. */
    public Duration processorTime() {
        var database = ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
        return Stream.concat(Stream.of(process.toHandle()), database.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** A line of {@code postmaster.pid}: the first is the server's process, the fourth its port. */
    private String postmaster(int line) {
        try {
            return Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                    .get(line)
                    .trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory of the program without its database, in bytes. */
    public long resident() throws IOException, InterruptedException {
        return Long.parseLong(run("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
                        .trim())
                * 1024;
    }

    /** What is alive on its heap after a collection, in bytes. */
    public long liveHeap() throws IOException, InterruptedException {
        String jcmd = JAVA.resolve("jcmd").toString();
        String pid = Long.toString(process.pid());
        run(jcmd, pid, "GC.run");
        var used = java.util.regex.Pattern.compile("(?m)(?:total|heap).*?used (\\d+)K")
                .matcher(run(jcmd, pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("No figure in the answer of jcmd");
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
