package org.chuyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.chuyi.bench.data.StoredApplications;
import org.chuyi.bench.server.ProductServer;
import org.chuyi.bench.server.SignedInClient;
import org.chuyi.bench.server.StatementLog;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Every page over HTTP, with thousands of applications stored: times, sizes, statements, memory. The server is the built
 * jar in a JVM of its own with a heap of 512 MB and the PostgreSQL that it brings along; the clients run on the same
 * machine.
 */
class PagesBench {

    private static final String HEAP = "512m";
    private static final double AIM = 200;
    private static final int WARM_UP = 30;
    private static final int COUNTED = 5;

    private final BenchReport report = new BenchReport("pages");
    private final int applications = report.size("bench.applications", 10_000);
    private final int requests = report.size("bench.requests", 200);
    private final Path folder = BenchReport.results().resolve("pages-data");
    private final Map<String, SignedInClient> clients = new HashMap<>();

    @Test
    void everyPage() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        fill();
        try (var server = ProductServer.start(folder.resolve("data"), HEAP, folder.resolve("server.log"))) {
            report.figure(
                    "start on this data, until the welcome", server.startedIn().toMillis() / 1000.0, "s");
            var pages = new MeasuredPages(server.database(), this.client(server, "city")).all();
            Stream.concat(Stream.of(SignedInClient.ANYBODY), pages.stream().map(MeasuredPage::login))
                    .distinct()
                    .forEach(login -> client(server, login));
            memory(server, "after the start");
            first(pages);
            memory(server, "after each page once");
            sizes(pages, statements(server, pages));
            alone(server, pages);
            together(pages, 4);
            together(pages, 8);
            memory(server, "after the whole measurement");
        } finally {
            report.write();
            FileSystemUtils.deleteRecursively(folder.resolve("data"));
        }
    }

    private void fill() throws Exception {
        try (var server = ProductServer.start(folder.resolve("data"), HEAP, folder.resolve("first-start.log"))) {
            report.figure(
                    "start on empty data, until the welcome", server.startedIn().toMillis() / 1000.0, "s");
            long from = System.nanoTime();
            int stored = new StoredApplications(server.dataSource()).fillUpTo(applications);
            assertThat(stored).isEqualTo(applications);
            report.figure("applications stored", stored, "");
            report.figure("filling", (System.nanoTime() - from) / 1_000_000 / 1000.0, "s");
            StatementLog.prepare(server.database(), folder);
        }
    }

    private SignedInClient client(ProductServer server, String login) {
        return clients.computeIfAbsent(
                login,
                who -> who.startsWith(MeasuredPage.API)
                        ? SignedInClient.withTokenOf(server.port(), who.substring(MeasuredPage.API.length()))
                        : SignedInClient.of(server.port(), who));
    }

    private void memory(ProductServer server, String when) throws IOException, InterruptedException {
        double mebibyte = 1 << 20;
        report.figure("memory " + when + ": resident", Math.round(server.resident() / mebibyte), "MiB");
        report.figure("memory " + when + ": alive on the heap", Math.round(server.liveHeap() / mebibyte), "MiB");
    }

    private void first(List<MeasuredPage> pages) {
        var slowest = pages.stream()
                .map(page -> Map.entry(page.name(), get(page, 0).nanos() / 1e6))
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        report.figure("first request after the start, the slowest page: " + slowest.getKey(), slowest.getValue(), "ms");
    }

    /** The smallest number of several requests, since the engine's own jobs ask in between. */
    private Map<String, List<String>> statements(ProductServer server, List<MeasuredPage> pages) throws IOException {
        var log = new StatementLog(server.database(), folder);
        Map<String, List<String>> fewest = new LinkedHashMap<>();
        log.on();
        for (var page : pages) {
            List<List<String>> counted = new ArrayList<>();
            for (int turn = 0; turn < COUNTED; turn++) {
                counted.add(log.during(() -> get(page, 0)));
            }
            fewest.put(page.name(), Collections.min(counted, Comparator.comparing(List::size)));
        }
        log.off();
        List<String> text = new ArrayList<>();
        fewest.forEach((page, all) -> {
            text.add(page);
            all.forEach(statement -> text.add("    " + statement.replaceAll("\\s+", " ")));
        });
        Files.write(BenchReport.results().resolve("pages-statements.txt"), text);
        return fewest;
    }

    private void sizes(List<MeasuredPage> pages, Map<String, List<String>> statements) {
        report.note("");
        report.note("%-42s %10s %12s %10s".formatted("page", "bytes", "compressed", "statements"));
        for (var page : pages) {
            var answer = get(page, 0);
            int asked = statements.get(page.name()).size();
            report.note("%-42s %,10d %,12d %10d"
                    .formatted(page.name(), answer.plain().length, answer.compressed().length, asked));
            report.record(page.name() + ": size", answer.plain().length, "bytes");
            report.record(page.name() + ": size compressed", answer.compressed().length, "bytes");
            report.record(page.name() + ": statements", asked, "");
        }
    }

    /** The processor's time beside the clock's: other work on the machine makes the one longer, hardly the other. */
    private void alone(ProductServer server, List<MeasuredPage> pages) {
        Map<MeasuredPage, Double> processor = new LinkedHashMap<>();
        Map<MeasuredPage, Times> times = new LinkedHashMap<>();
        for (var page : pages) {
            for (int turn = 0; turn < WARM_UP; turn++) {
                get(page, turn);
            }
            long[] nanos = new long[requests];
            var before = server.processorTime();
            for (int turn = 0; turn < requests; turn++) {
                nanos[turn] = get(page, turn).nanos();
            }
            processor.put(page, server.processorTime().minus(before).toNanos() / 1e6 / requests);
            times.put(page, Times.of(nanos));
        }
        table("one client, " + requests + " requests a page", times);
        report.note("");
        report.note("%-42s %8s".formatted("processor time of program and database", "mean ms"));
        processor.forEach((page, millis) -> {
            report.note(String.format(Locale.ROOT, "%-42s %8.1f", page.name(), millis));
            report.record("one client: " + page.name() + ": processor time", millis, "ms");
        });
    }

    /** Each client opens all pages in an order of its own, one after the other without a pause. */
    private void together(List<MeasuredPage> pages, int number) throws Exception {
        int rounds = Math.max(1, requests / number);
        Map<MeasuredPage, List<Long>> all = new LinkedHashMap<>();
        pages.forEach(page -> all.put(page, Collections.synchronizedList(new ArrayList<>())));
        var threads = Executors.newFixedThreadPool(number);
        long from = System.nanoTime();
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int seed = 1; seed <= number; seed++) {
                work.add(client(pages, rounds, seed, all));
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        Map<MeasuredPage, Times> times = new LinkedHashMap<>();
        all.forEach((page, nanos) -> times.put(
                page, Times.of(nanos.stream().mapToLong(Long::longValue).toArray())));
        table(number + " clients at once", times);
        report.figure(number + " clients at once: pages a second", pages.size() * rounds * number / seconds, "");
    }

    private Callable<Void> client(List<MeasuredPage> pages, int rounds, int seed, Map<MeasuredPage, List<Long>> all) {
        Map<String, SignedInClient> own = new HashMap<>();
        clients.forEach((login, client) -> own.put(login, client.anotherWindow()));
        var order = new ArrayList<>(pages);
        Collections.shuffle(order, new Random(seed));
        return () -> {
            for (int turn = 0; turn < rounds; turn++) {
                for (var page : order) {
                    all.get(page)
                            .add(own.get(page.login())
                                    .get(page.address(turn * seed))
                                    .nanos());
                }
            }
            return null;
        };
    }

    private void table(String how, Map<MeasuredPage, Times> times) {
        report.note("");
        report.note("%-42s %8s %8s %8s %8s".formatted(how, "p50 ms", "p95 ms", "p99 ms", "longest"));
        times.forEach((page, each) -> {
            report.note(String.format(
                    Locale.ROOT,
                    "%-42s %8.1f %8.1f %8.1f %8.1f",
                    page.name(),
                    each.percentile(50),
                    each.percentile(95),
                    each.percentile(99),
                    each.longest()));
            for (int percent : new int[] {50, 95, 99}) {
                report.record(how + ": " + page.name() + ": p" + percent, each.percentile(percent), "ms");
            }
        });
        var slow = times.entrySet().stream()
                .filter(entry -> entry.getValue().percentile(95) > AIM)
                .map(entry -> entry.getKey().name())
                .toList();
        report.note("%d of %d pages within %.0f ms at the 95th percentile%s"
                .formatted(
                        times.size() - slow.size(),
                        times.size(),
                        AIM,
                        slow.isEmpty() ? "" : "; not: " + String.join("; ", slow)));
    }

    private SignedInClient.Answer get(MeasuredPage page, int turn) {
        return clients.get(page.login()).get(page.address(turn));
    }
}
