package org.chuyi.bench.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chuyi.bench.BenchReport;
import org.chuyi.bench.round.ProcessorTime;
import org.chuyi.bench.server.BenchServer;
import org.chuyi.bench.server.CountedSockets;
import org.chuyi.bench.server.ProductServer;
import org.chuyi.bench.server.StatementLog;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Cases from their beginning to the province's decision, eight at a time: bare engines, plain SQL, the product inside this
 * JVM and as the built jar over HTTP, all on one PostgreSQL 17 with fsync. They run in turn, in another order each round, so
 * that what else the machine does falls on all.
 */
@ExtendWith(BenchServer.EndsLast.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("test")
@DirtiesContext
@Import({Time.class, People.class, TestRounds.class, Walk.class})
class LifecycleBench {

    private static final int COUNTED = 10;
    private static final String HEAP = "512m";
    private static final BenchServer SERVER =
            new BenchServer(BenchReport.results().resolve("lifecycle-data"));

    @Autowired
    ApplicationContext beans;

    private final BenchReport report = new BenchReport("lifecycle");
    private final int cases = report.size("bench.cases", 400);
    private final int together = report.size("bench.together", 8);
    private final int rounds = report.size("bench.rounds", 3);
    private final int warmUp = report.size("bench.warmup", 5 * cases);
    private final Map<Contender, List<Lap>> laps = new LinkedHashMap<>();
    private final Map<Contender, Integer> run = new LinkedHashMap<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SERVER.create("inside");
        properties.add("spring.datasource.url", () -> SERVER.countedUrl("inside"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @Test
    void fromTheBeginningToTheDecision() throws Exception {
        List.of("camunda", "flowable", "plain", "served").forEach(SERVER::create);
        var environment = Map.of(
                "SPRING_DATASOURCE_URL", SERVER.url("served", "served"),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
        var folder = SERVER.folder();
        try (var jar = ProductServer.start(folder.resolve("served"), HEAP, folder.resolve("served.log"), environment)) {
            var inside = new ProductCases(beans, SERVER.ownClient("inside"));
            Map<String, Supplier<Contender>> contenders = new LinkedHashMap<>();
            contenders.put("camunda", () -> new CamundaCases(SERVER.pool(SERVER.countedUrl("camunda"))));
            contenders.put("flowable", () -> new FlowableCases(SERVER.pool(SERVER.countedUrl("flowable"))));
            contenders.put("plain", () -> new PlainCases(SERVER.pool(SERVER.countedUrl("plain"))));
            contenders.put("inside", () -> inside);
            contenders.put(
                    "served",
                    () -> new ServedCases(
                            jar.port(),
                            SERVER.ownClient("served"),
                            inside.requiredMaterials(),
                            inside.answers(),
                            together));
            contenders.keySet().retainAll(chosen());
            compare(
                    contenders.values().stream().map(Supplier::get).toList(),
                    new ProcessorTime(SERVER.ownClient("plain"), jar.handle()));
        } finally {
            report.write();
        }
    }

    private static List<String> chosen() {
        return List.of(System.getProperty("bench.contenders", "camunda,flowable,plain,inside,served")
                .split(","));
    }

    private void compare(List<Contender> contenders, ProcessorTime processor) throws IOException {
        contenders.forEach(contender -> {
            lap(contender, Math.max(warmUp, 2 * together), processor);
            laps.put(contender, new ArrayList<>());
        });
        for (int round = 0; round < rounds; round++) {
            var order = new ArrayList<>(contenders);
            Collections.rotate(order, round);
            order.forEach(contender -> laps.get(contender).add(lap(contender, cases, processor)));
        }
        table();
        statements(contenders);
        contenders.forEach(contender ->
                assertThat(contender.finished()).as(contender.name()).isEqualTo(run.get(contender)));
    }

    private Lap lap(Contender contender, int number, ProcessorTime processor) {
        run.merge(contender, number, Integer::sum);
        return Lap.of(contender, number, together, processor::seconds);
    }

    private void table() {
        report.note("%d cases, %d at a time, median of %d rounds, after %d cases to warm up"
                .formatted(cases, together, rounds, warmUp));
        report.note("%-46s %9s %17s %9s %13s".formatted("", "cases/s", "smallest, largest", "p95 ms", "processor ms"));
        laps.forEach((contender, each) -> {
            double[] speeds = each.stream().mapToDouble(Lap::casesPerSecond).toArray();
            double p95 = Lap.median(
                    each.stream().mapToDouble(lap -> lap.times().percentile(95)).toArray());
            double processor =
                    Lap.median(each.stream().mapToDouble(Lap::processor).toArray());
            double speed = Lap.median(speeds);
            report.note(String.format(
                    Locale.ROOT,
                    "%-46s %9.1f %8.1f %8.1f %9.1f %13.1f",
                    contender.name(),
                    speed,
                    Arrays.stream(speeds).min().orElseThrow(),
                    Arrays.stream(speeds).max().orElseThrow(),
                    p95,
                    processor));
            report.record(contender.name() + ": cases a second", speed, "");
            report.record(contender.name() + ": a case, p95", p95, "ms");
            report.record(contender.name() + ": processor time of a case", processor, "ms");
        });
        report.note("");
    }

    /** One after the other, so that what is asked belongs to the case; a few are the background jobs'. */
    private void statements(List<Contender> contenders) throws IOException {
        var log = new StatementLog(SERVER.ownClient("plain"), SERVER.folder());
        List<String> text = new ArrayList<>();
        log.on();
        for (var contender : contenders) {
            contender.prepare(COUNTED + 1);
            run.merge(contender, COUNTED + 1, Integer::sum);
            long trips = CountedSockets.trips(contender.id());
            var asked = log.during(contender.id(), () -> Lap.alone(contender, COUNTED));
            report.figure(contender.name() + ": statements of a case", asked.size() / (double) COUNTED, "");
            long made = CountedSockets.trips(contender.id()) - trips;
            if (made > 0) {
                report.figure(contender.name() + ": round trips of a case", made / (double) COUNTED, "");
            }
            text.add(contender.name());
            text.addAll(counted(asked));
            text.add("In turn:");
            text.addAll(log.during(contender.id(), () -> Lap.alone(contender, 1)));
        }
        log.off();
        Files.write(BenchReport.results().resolve("lifecycle-statements.txt"), text);
    }

    private static List<String> counted(List<String> asked) {
        return asked.stream()
                .map(statement -> statement.replaceAll("\\s+", " "))
                .collect(Collectors.groupingBy(statement -> statement, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> "%7.1f  %s".formatted(each.getValue() / (double) COUNTED, each.getKey()))
                .toList();
    }
}
