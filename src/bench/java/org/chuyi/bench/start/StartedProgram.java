package org.chuyi.bench.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A jar in a JVM of its own, observed from the command to its first answer. */
final class StartedProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /**
     * @param seconds from the command until what was waited for
     * @param processorSeconds of all threads of the program, those of the compiler and the collector among them
     * @param residentMegabytes of the program alone
     */
    record Figures(double seconds, double processorSeconds, double residentMegabytes) {}

    private final Process process;
    private final Path log;
    private final int port;
    private final long from;

    private StartedProgram(Process process, Path log, int port, long from) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.from = from;
    }

    static StartedProgram start(Path jar, Map<String, String> settings, List<String> options, Path log)
            throws IOException {
        int port = freePort();
        var command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        long from = System.nanoTime();
        return new StartedProgram(builder.start(), log, port, from);
    }

    /** A page, a redirection or a refusal: the program talks. */
    Figures untilFirstAnswer() throws IOException {
        return until(this::answers);
    }

    /** When everything that comes after the web server is done, too: said in the log. */
    Figures untilItSays(String words) throws IOException {
        return until(() -> says(words));
    }

    private Figures until(BooleanSupplier reached) throws IOException {
        while (!reached.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new IllegalStateException("It did not start; its output is in " + log);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        var processor = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Figures(seconds, processor.toMillis() / 1e3, residentKilobytes() / 1024.0);
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/").toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setReadTimeout((int) PATIENCE.toMillis());
            int status = connection.getResponseCode();
            connection.disconnect();
            return status < 500;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean says(String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** As every Unix tells it. */
    private long residentKilobytes() throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        return Long.parseLong(new String(ps.getInputStream().readAllBytes()).trim());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As an operator ends it, and not before it has ended. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
