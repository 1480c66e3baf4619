package org.chuyi.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.chuyi.bench.BenchReport;
import org.chuyi.bench.start.StartedProgram.Figures;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The start of the built jar, beside that of {@code src/bench/bare}: a Boot application with the same Camunda starters and
 * nothing of its own, packed the same way. Both have the same JVM options and databases on the same PostgreSQL, which runs
 * already; they start in turn, so that whatever else the machine does falls on both.
 *
 * <p>Where the machine is busy, time says little and varies much; the processor time of the start is the steadier figure.
 */
class StartBench {

    private static final Path CHUYI = Path.of(System.getProperty("bench.jar"));
    private static final Path BARE = Path.of(System.getProperty("bench.bare.jar"));
    private static final List<String> OPTIONS = List.of("-Xmx512m");
    private static final String WELCOME = "org.chuyi.portal.Welcome";

    private final BenchReport report = new BenchReport("start");
    private final int rounds = report.size("bench.rounds", 5);
    private final Path folder = BenchReport.results().resolve("start-data");

    @Test
    void besideABareApplication() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        try (var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            report.note("java " + String.join(" ", OPTIONS) + " -jar; one PostgreSQL 17 for both, started before");
            List.of("chuyi", "bare").forEach(name -> JdbcClient.create(postgres.getPostgresDatabase())
                    .sql("create database " + name)
                    .update());
            table("start on empty data");
            var filled = show("Chuyi, until its demonstration data is there", List.of(chuyi(postgres, true)));
            var made = show("bare, until its first answer", List.of(bare(postgres)));
            assertThat(filled.seconds()).isPositive();
            assertThat(made.seconds()).isPositive();
            existingData(postgres);
        } finally {
            report.write();
        }
    }

    private void existingData(EmbeddedPostgres postgres) throws Exception {
        List<Figures> ours = new ArrayList<>();
        List<Figures> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(chuyi(postgres, false));
            theirs.add(bare(postgres));
        }
        table("start on existing data, until GET / answers; median of " + rounds + " (lowest to highest)");
        var chuyi = show("Chuyi", ours);
        var bare = show("bare", theirs);
        report.note("");
        ratio("of times (the aim is 1.3)", chuyi.seconds() / bare.seconds());
        ratio("of processor times", chuyi.processorSeconds() / bare.processorSeconds());
        ratio("of memory", chuyi.residentMegabytes() / bare.residentMegabytes());
    }

    private void ratio(String what, double ratio) {
        report.note(String.format(Locale.ROOT, "ratio %-39s %24.2f", what, ratio));
        report.record("ratio " + what, ratio, "");
    }

    private Figures chuyi(EmbeddedPostgres postgres, boolean untilWelcome) throws Exception {
        try (var program = start(CHUYI, postgres, "chuyi")) {
            if (untilWelcome) {
                return program.untilItSays(WELCOME);
            }
            var figures = program.untilFirstAnswer();
            program.untilItSays(WELCOME);
            return figures;
        }
    }

    private Figures bare(EmbeddedPostgres postgres) throws Exception {
        try (var program = start(BARE, postgres, "bare")) {
            return program.untilFirstAnswer();
        }
    }

    private StartedProgram start(Path jar, EmbeddedPostgres postgres, String name) throws IOException {
        var settings = Map.of(
                "SPRING_DATASOURCE_URL",
                postgres.getJdbcUrl("postgres", name),
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_DATASOURCE_PASSWORD",
                "postgres",
                "CHUYI_DATA",
                folder.resolve("chuyi").toAbsolutePath().toString());
        return StartedProgram.start(jar, settings, OPTIONS, folder.resolve(name + ".log"));
    }

    private void table(String title) {
        report.note("");
        report.note(String.format(Locale.ROOT, "%-45s %24s %24s %20s", title, "", "", ""));
        report.note(
                String.format(Locale.ROOT, "%-45s %24s %24s %20s", "", "seconds", "processor seconds", "resident MiB"));
    }

    /** Returns the medians. */
    private Figures show(String who, List<Figures> all) {
        report.note(String.format(
                Locale.ROOT,
                "%-45s %24s %24s %20s",
                who,
                spread(all, Figures::seconds, "%.1f"),
                spread(all, Figures::processorSeconds, "%.1f"),
                spread(all, Figures::residentMegabytes, "%.0f")));
        var medians = new Figures(
                median(all, Figures::seconds),
                median(all, Figures::processorSeconds),
                median(all, Figures::residentMegabytes));
        report.record(who + ": time", medians.seconds(), "s");
        report.record(who + ": processor time", medians.processorSeconds(), "s");
        report.record(who + ": resident", medians.residentMegabytes(), "MiB");
        return medians;
    }

    private static String spread(List<Figures> all, ToDoubleFunction<Figures> figure, String format) {
        var inOrder = inOrder(all, figure);
        String middle = String.format(Locale.ROOT, format, median(all, figure));
        return inOrder.length == 1
                ? middle
                : String.format(
                        Locale.ROOT,
                        "%s (" + format + " to " + format + ")",
                        middle,
                        inOrder[0],
                        inOrder[inOrder.length - 1]);
    }

    private static double median(List<Figures> all, ToDoubleFunction<Figures> figure) {
        var inOrder = inOrder(all, figure);
        int half = inOrder.length / 2;
        return inOrder.length % 2 == 1 ? inOrder[half] : (inOrder[half - 1] + inOrder[half]) / 2;
    }

    private static double[] inOrder(List<Figures> all, ToDoubleFunction<Figures> figure) {
        return all.stream().mapToDouble(figure).sorted().toArray();
    }
}
