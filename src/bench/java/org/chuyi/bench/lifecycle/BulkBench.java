package org.chuyi.bench.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.chuyi.bench.BenchReport;
import org.chuyi.bench.server.BareCamunda;
import org.chuyi.bench.server.BenchServer;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.bulk.BulkCompletions;
import org.chuyi.workflow.bulk.BulkRow;
import org.chuyi.workflow.bulk.BulkStart;
import org.chuyi.workflow.work.BackgroundWorks;
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
 * A thousand decisions with one press, from the press until each row has its result; against the bare engine that
 * completes as many tasks one after the other.
 */
@ExtendWith(BenchServer.EndsLast.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("test")
@DirtiesContext
@Import({Time.class, People.class, TestRounds.class, Walk.class})
class BulkBench {

    private static final int WARM_UP = 200;
    private static final BenchServer SERVER =
            new BenchServer(BenchReport.results().resolve("bulk-data"));

    @Autowired
    ApplicationContext beans;

    @Autowired
    BulkCompletions bulks;

    @Autowired
    BackgroundWorks works;

    private final BenchReport report = new BenchReport("bulk");
    private final int decisions = report.size("bench.decisions", 1_000);
    private final int rounds = report.size("bench.rounds", 3);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SERVER.create("inside");
        SERVER.create("camunda");
        properties.add("spring.datasource.url", () -> SERVER.url("inside", "inside"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @Test
    void aThousandDecisions() {
        var product = new ProductCases(beans, SERVER.ownClient("inside"));
        var engine = BareCamunda.on(SERVER.pool(SERVER.url("camunda", "camunda")), false);
        try {
            inBulk(product, WARM_UP);
            inALoop(engine, WARM_UP);
            double[] ours = new double[rounds];
            double[] engines = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ours[round] = inBulk(product, decisions);
                engines[round] = inALoop(engine, decisions);
            }
            show("ours, in the background, until every row has its result", ours);
            show("Camunda 7.24, complete() in a loop", engines);
        } finally {
            report.write();
        }
    }

    private void show(String whose, double... seconds) {
        report.figure(decisions + " decisions, " + whose, Lap.median(seconds), "s");
        report.note("  each round: "
                + Arrays.stream(seconds)
                        .mapToObj(each -> String.format(Locale.ROOT, "%.1f", each))
                        .toList());
    }

    private double inBulk(ProductCases product, int number) {
        var tasks = product.onTheDesk(number);
        var reviewer = product.reviewer();
        long from = System.nanoTime();
        long bulk = bulks.choose(reviewer, tasks).orElseThrow();
        assertThat(bulks.answer(bulks.find(bulk, reviewer).orElseThrow(), reviewer, Answers.CITY_REVIEW))
                .isEmpty();
        var begun = (BulkStart.Begun)
                bulks.begin(bulk, reviewer, Locale.SIMPLIFIED_CHINESE).orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        works.find(begun.work(), reviewer).orElseThrow().state().equals("FINISHED"));
        double seconds = (System.nanoTime() - from) / 1e9;
        assertThat(bulks.rows(bulks.find(bulk, reviewer).orElseThrow()))
                .hasSize(number)
                .allMatch(row -> row.state() == BulkRow.State.DONE);
        return seconds;
    }

    private static double inALoop(ProcessEngine engine, int number) {
        List<String> instances = Stream.generate(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(BareCamunda.PROCESS)
                        .getId())
                .limit(number)
                .toList();
        instances.forEach(instance -> complete(engine, task(engine, instance), "submit"));
        List<String> tasks = new ArrayList<>();
        instances.forEach(instance -> tasks.add(task(engine, instance)));
        long from = System.nanoTime();
        tasks.forEach(task -> complete(engine, task, "cityReview"));
        return (System.nanoTime() - from) / 1e9;
    }

    private static String task(ProcessEngine engine, String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private static void complete(ProcessEngine engine, String task, String key) {
        engine.getTaskService().complete(task, Map.of(key + "Outcome", "done"));
    }
}
