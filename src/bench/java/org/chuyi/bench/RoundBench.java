package org.chuyi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.chuyi.bench.round.HeapWatch;
import org.chuyi.bench.round.HeldRound;
import org.chuyi.bench.round.ProcessorTime;
import org.chuyi.bench.round.RoundPeople;
import org.chuyi.bench.round.Stage;
import org.chuyi.bench.server.SignedInClient;
import org.chuyi.publicity.DecisionLetters;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * A whole selection round of hundreds and of thousands of applications: the seconds of each step, how they grow, memory,
 * and the pages that show the round.
 *
 * <p>Weeks pass in a round, so its time must be moved. Hence the program runs within this JVM, whose heap is 512 MB, with
 * the measurement beside it: the same PostgreSQL with fsync as in the jar, the real engine, and the real job executor with
 * its settings, which runs timers and batches on its own threads. The product's clock and the engine's are set to the same
 * moment; nothing else is replaced. Two rounds go first and are not timed: in a small one statements are counted; another of
 * the first size warms the program up, since the growth would be flattered if the small round alone ran on a cold one.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("test")
@Import({Time.class, People.class, TestRounds.class, Walk.class})
class RoundBench {

    private static final int COUNTED = 120;
    private static final int FIRST_TIMED = 3;
    private static final int OPENED_BEFORE = 30;
    private static final int LETTERS = 20;
    private static final double AIM = 200;

    @Autowired
    ApplicationContext beans;

    @Autowired
    DecisionLetters letters;

    @LocalServerPort
    int port;

    private final BenchReport report = new BenchReport("round");
    private final List<Integer> sizes = report.sizes("bench.round", "500,5000");
    private final int requests = report.size("bench.requests", 200);
    private final Map<String, Map<Integer, Took>> taken = new LinkedHashMap<>();
    private ProcessorTime processor;
    private SignedInClient officer;

    /** @param processor seconds of program and database together */
    private record Took(double seconds, double processor) {

        double growth(Took small, double factor, ToDoubleFunction<Took> figure) {
            return figure.applyAsDouble(this) / figure.applyAsDouble(small) / factor;
        }
    }

    @Test
    void fromTheEndOfTheWindowToTheLastResult() throws Exception {
        processor = new ProcessorTime(beans.getBean(JdbcClient.class));
        var people = new RoundPeople(beans);
        officer = SignedInClient.of(port, people.officer().login(), People.PASSWORD);
        try {
            countStatements(HeldRound.prepared(beans, people, COUNTED, 1));
            HeldRound.prepared(beans, people, sizes.get(0), 2).stages().forEach(stage -> stage.work()
                    .run());
            for (int size : sizes) {
                hold(people, size);
            }
            growth();
        } finally {
            report.write();
        }
    }

    private void countStatements(HeldRound round) throws Exception {
        report.note("%-72s %12s".formatted("statements for each of " + COUNTED + " applications", ""));
        for (Stage stage : round.stages()) {
            var statements = Statements.during(() -> {
                stage.work().run();
                return null;
            });
            if (stage.measured()) {
                report.figure(stage.name() + ": statements", statements.size() / (double) COUNTED, "");
            }
        }
    }

    private void hold(RoundPeople people, int size) {
        report.note("");
        long from = System.nanoTime();
        var round = HeldRound.prepared(beans, people, size, FIRST_TIMED + sizes.indexOf(size));
        report.figure(size + " applications: prepared in", secondsSince(from), "s");
        try (var heap = new HeapWatch()) {
            for (Stage stage : round.stages()) {
                var took = run(stage);
                if (stage.measured()) {
                    taken.computeIfAbsent(stage.name(), name -> new LinkedHashMap<>())
                            .put(size, took);
                    report.figure(size + ": " + stage.name(), took.seconds(), "s");
                    report.record(size + ": " + stage.name() + ": processor time", took.processor(), "s");
                }
                if (stage.name().equals(HeldRound.RANKED_BY_BUREAUX)) {
                    pagesOfLists(round, size);
                }
            }
            pagesAtTheEnd(round, size);
            report.figure(size + ": most in use after a collection", heap.mostMebibytes(), "MiB");
            report.figure(size + ": alive on the heap at the end", HeapWatch.aliveMebibytes(), "MiB");
        }
        report.figure(
                size + ": a decision letter as PDF, median of " + LETTERS,
                round.letters(letters, LETTERS).percentile(50),
                "ms");
    }

    /** While the bureaux rank, and the province waits for all of them. */
    private void pagesOfLists(HeldRound round, int size) {
        var list = round.longestList();
        var reviewer = SignedInClient.of(port, round.reviewerOf(list), People.PASSWORD);
        pages(size, Map.of("/recommendations?round=" + round.code(), officer, "/recommendations/" + list, reviewer));
    }

    private void pagesAtTheEnd(HeldRound round, int size) {
        var anybody = SignedInClient.of(port, SignedInClient.ANYBODY);
        Map<String, SignedInClient> pages = new LinkedHashMap<>();
        pages.put("/rounds/" + round.code(), officer);
        pages.put("/rounds/" + round.code() + "/progress", officer);
        pages.put("/contests/" + round.largestContest(), officer);
        pages.put("/contests/" + round.largestContest() + "/ranking", officer);
        pages.put("/results/" + round.code(), anybody);
        pages.put("/publicity/" + round.code(), anybody);
        pages(size, pages);
    }

    private void pages(int size, Map<String, SignedInClient> pages) {
        List<String> slow = new ArrayList<>();
        pages.forEach((path, client) -> {
            warmUp(client, path);
            double before = processor.seconds();
            var times = timed(client, path);
            double mean = (processor.seconds() - before) * 1000 / requests;
            report.figure(size + ": " + path + ": p95", times.percentile(95), "ms");
            report.figure(size + ": " + path + ": processor time, mean", mean, "ms");
            if (times.percentile(95) > AIM) {
                slow.add(path);
            }
        });
        report.note(
                slow.isEmpty()
                        ? "all within %.0f ms at the 95th percentile".formatted(AIM)
                        : "over %.0f ms: %s".formatted(AIM, String.join(", ", slow)));
    }

    private static void warmUp(SignedInClient client, String path) {
        for (int turn = 0; turn < OPENED_BEFORE; turn++) {
            client.get(path);
        }
    }

    private Times timed(SignedInClient client, String path) {
        long[] nanos = new long[requests];
        for (int turn = 0; turn < requests; turn++) {
            nanos[turn] = client.get(path).nanos();
        }
        return Times.of(nanos);
    }

    /** Of the time for one application: 1 is linear. */
    private void growth() {
        int small = sizes.get(0);
        int large = sizes.get(sizes.size() - 1);
        if (small == large) {
            return;
        }
        report.note("");
        growth("seconds", small, large, Took::seconds);
        report.note("");
        growth("processor time of program and database, s", small, large, Took::processor);
    }

    private void growth(String what, int small, int large, ToDoubleFunction<Took> figure) {
        report.note("%-72s %10s %10s %8s".formatted(what, small, large, "growth"));
        taken.forEach((stage, times) -> {
            double growth = times.get(large).growth(times.get(small), (double) large / small, figure);
            report.note(String.format(
                    Locale.ROOT,
                    "%-72s %10.1f %10.1f %8.2f",
                    stage,
                    figure.applyAsDouble(times.get(small)),
                    figure.applyAsDouble(times.get(large)),
                    growth));
            report.record(stage + ": growth, " + what, growth, "");
        });
    }

    private Took run(Stage stage) {
        long from = System.nanoTime();
        double before = processor.seconds();
        stage.work().run();
        return new Took(secondsSince(from), processor.seconds() - before);
    }

    private static double secondsSince(long from) {
        return (System.nanoTime() - from) / 1_000_000 / 1000.0;
    }
}
