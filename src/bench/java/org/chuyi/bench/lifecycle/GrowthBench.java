package org.chuyi.bench.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.chuyi.bench.BenchReport;
import org.chuyi.bench.data.StoredApplications;
import org.chuyi.bench.round.ProcessorTime;
import org.chuyi.bench.server.BenchServer;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The life cycle before and after a million finished cases lie in the same tables: application, version, tasks, decisions,
 * messages, record and the engine's history of each. Filling a million takes its time and some thirty gigabytes.
 */
@ExtendWith(BenchServer.EndsLast.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("test")
@DirtiesContext
@Import({Time.class, People.class, TestRounds.class, Walk.class})
class GrowthBench {

    /** A step of the filling, whose lines of the record are chained in memory. */
    private static final int STEP = 10_000;

    private static final BenchServer SERVER =
            new BenchServer(BenchReport.results().resolve("growth-data"));

    @Autowired
    ApplicationContext beans;

    private final BenchReport report = new BenchReport("growth");
    private final int finished = report.size("bench.finished", 1_000_000);
    private final int cases = report.size("bench.cases", 400);
    private final int together = report.size("bench.together", 8);
    private final int rounds = report.size("bench.rounds", 3);
    private final int warmUp = report.size("bench.warmup", 5 * cases);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SERVER.create("inside");
        properties.add("spring.datasource.url", () -> SERVER.url("inside", "inside"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @Test
    void afterAMillionFinishedCases() throws Exception {
        var product = new ProductCases(beans, SERVER.ownClient("inside"));
        var processor = new ProcessorTime(SERVER.ownClient("inside"));
        try {
            Lap.of(product, warmUp, together, processor::seconds);
            double before = measured("with no finished cases", product, processor);
            long from = System.nanoTime();
            fill(product.lastFinished());
            report.figure("finished cases", stored(), "");
            report.figure("filling", (System.nanoTime() - from) / 1_000_000_000.0, "s");
            report.figure("database", gigabytes(), "GB");
            lap(product, processor);
            double after = measured("with these", product, processor);
            report.figure("slower by", 100 * (before / after - 1), "%");
            assertThat(stored()).isGreaterThan(finished);
        } finally {
            report.write();
        }
    }

    private void fill(String template) throws Exception {
        var stored = new StoredApplications(new DriverManagerDataSource(
                SERVER.url("inside", "bench") + "&reWriteBatchedInserts=true", "postgres", "postgres"));
        for (int copied = 0; copied < finished; copied += STEP) {
            stored.multiply(template, copied, Math.min(STEP, finished - copied));
        }
        SERVER.ownClient("inside").sql("vacuum analyze").update();
        SERVER.ownClient("inside").sql("checkpoint").update();
    }

    private long stored() {
        return SERVER.ownClient("inside")
                .sql("select count(*) from project_application where status = 'APPROVED'")
                .query(Long.class)
                .single();
    }

    private double gigabytes() {
        return SERVER.ownClient("inside")
                        .sql("select pg_database_size(current_database())")
                        .query(Long.class)
                        .single()
                / 1e9;
    }

    private double measured(String when, ProductCases product, ProcessorTime processor) {
        var laps = new Lap[rounds];
        Arrays.setAll(laps, round -> lap(product, processor));
        double speed =
                Lap.median(Arrays.stream(laps).mapToDouble(Lap::casesPerSecond).toArray());
        report.figure(when + ": cases a second", speed, "");
        report.figure(
                when + ": processor time of a case",
                Lap.median(Arrays.stream(laps).mapToDouble(Lap::processor).toArray()),
                "ms");
        report.note(String.format(
                Locale.ROOT,
                "  each round: %s",
                Arrays.stream(laps)
                        .map(lap -> String.format(Locale.ROOT, "%.1f", lap.casesPerSecond()))
                        .toList()));
        return speed;
    }

    private Lap lap(ProductCases product, ProcessorTime processor) {
        return Lap.of(product, cases, together, processor::seconds);
    }
}
