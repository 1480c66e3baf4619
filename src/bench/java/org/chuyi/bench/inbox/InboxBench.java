package org.chuyi.bench.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.chuyi.bench.BenchReport;
import org.chuyi.bench.Times;
import org.chuyi.bench.server.BareCamunda;
import org.chuyi.bench.server.BareFlowable;
import org.chuyi.bench.server.BenchServer;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Regions;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxPage;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A city reviewer's desk with ten thousand, a hundred thousand and a million open tasks in 14 cities: the first page, the
 * fiftieth, the counts, the search; ours, the task query of Camunda 7.24 without and with authorisations, and that of
 * Flowable 7.2. One person at a time, of each city in turn; all on the same PostgreSQL 17. What takes an engine more than a
 * minute is given up.
 */
@ExtendWith(BenchServer.EndsLast.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@DirtiesContext
@Import({Time.class, People.class, TestRounds.class, Walk.class})
class InboxBench {

    private static final int WARM_UP = 60;
    private static final int FAR_PAGE = 50;
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    /** A query of the engine that takes longer is given up and counts as one minute. */
    private static final String LEFT_AFTER = "&options=-c%20statement_timeout=60s";

    private static final long GIVEN_UP = -1;

    private static final BenchServer SERVER =
            new BenchServer(BenchReport.results().resolve("inbox-data"));

    @Autowired
    InboxLists lists;

    @Autowired
    People people;

    @Autowired
    Regions regions;

    private final BenchReport report = new BenchReport("inbox");
    private final List<Integer> sizes = report.sizes("bench.inbox", "10000,100000,1000000");
    private final int engineUpTo = report.size("bench.inbox.engine", 1_000_000);
    private final int requests = report.size("bench.requests", 200);
    private final Map<String, Map<Integer, Times>> taken = new LinkedHashMap<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        SERVER.create("inside");
        SERVER.create("camunda");
        SERVER.create("flowable");
        properties.add("spring.datasource.url", () -> SERVER.url("inside", "inside"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @Test
    void ofAReviewer() {
        List<Actor> reviewers = regions.cities().stream()
                .map(city -> people.cityReviewer(city.code().value()))
                .toList();
        var ours = new OpenTaskRows(SERVER.ownClient("inside"));
        var camunda = BareCamunda.on(SERVER.pool(SERVER.url("camunda", "camunda") + LEFT_AFTER), true);
        var camundas = new CamundaTaskRows(SERVER.ownClient("camunda"), BareCamunda.definitionOf(camunda));
        var flowable = BareFlowable.on(SERVER.pool(SERVER.url("flowable", "flowable") + LEFT_AFTER));
        var flowables = new FlowableTaskRows(SERVER.ownClient("flowable"), BareFlowable.definitionOf(flowable));
        try {
            for (int size : sizes) {
                ours.fillUpTo(size);
                assertThat(reviewers.stream()
                                .mapToLong(reviewer -> lists.counts(reviewer).toDo())
                                .sum())
                        .isEqualTo(size);
                measureOurs(size, reviewers);
                if (size <= engineUpTo) {
                    camundas.fillUpTo(size);
                    flowables.fillUpTo(size);
                    measure(new CamundaDesk(camunda, false), size);
                    measure(new CamundaDesk(camunda, true), size);
                    measure(new FlowableDesk(flowable), size);
                }
            }
            table();
        } finally {
            report.write();
        }
    }

    private void measureOurs(int size, List<Actor> reviewers) {
        Map<Actor, InboxQuery> far = new LinkedHashMap<>();
        reviewers.forEach(reviewer -> far.put(reviewer, farPage(reviewer)));
        ours("first page", size, reviewers, reviewer -> lists.toDo(reviewer, InboxQuery.ALL));
        ours("page " + FAR_PAGE, size, reviewers, reviewer -> lists.toDo(reviewer, far.get(reviewer)));
        ours("counts", size, reviewers, lists::counts);
        ours(
                "search for a word that many have",
                size,
                reviewers,
                reviewer -> lists.toDo(reviewer, InboxQuery.ALL.text("优秀")));
        ours(
                "search for a number",
                size,
                reviewers,
                reviewer -> lists.toDo(reviewer, InboxQuery.ALL.text("bench-4711")));
    }

    private InboxQuery farPage(Actor reviewer) {
        InboxQuery query = InboxQuery.ALL;
        for (int page = 1; page < FAR_PAGE; page++) {
            InboxPage<InboxTask> found = lists.toDo(reviewer, query);
            if (found.next().isEmpty()) {
                break;
            }
            query = InboxQuery.ALL.from(found.next().get());
        }
        return query;
    }

    private void ours(String what, int size, List<Actor> reviewers, Consumer<Actor> request) {
        note("ours: " + what, size, timed(turn -> request.accept(reviewers.get(turn % reviewers.size()))));
    }

    private void measure(EngineDesk desk, int size) {
        int page = InboxLists.PAGE_SIZE;
        assertThat(atMostAMinute(() -> desk.count(EngineDesk.groupOf(1))))
                .isIn(GIVEN_UP, (long) size / EngineDesk.CITIES, (long) size / EngineDesk.CITIES + 1);
        engine(desk, "first page", size, group -> desk.page(group, 0, page));
        engine(desk, "page " + FAR_PAGE, size, group -> desk.page(group, (FAR_PAGE - 1) * page, page));
        engine(desk, "counts", size, desk::count);
        engine(desk, "search for a number", size, group -> desk.search(group, "bench-4711", page));
    }

    private void engine(EngineDesk desk, String what, int size, ToLongFunction<String> request) {
        note(
                desk.name() + ": " + what,
                size,
                timed(turn -> atMostAMinute(() -> request.applyAsLong(EngineDesk.groupOf(turn % EngineDesk.CITIES)))));
    }

    private static long atMostAMinute(LongSupplier request) {
        try {
            return request.getAsLong();
        } catch (RuntimeException failure) {
            if (NestedExceptionUtils.getRootCause(failure) instanceof PSQLException cause
                    && PSQLState.QUERY_CANCELED.getState().equals(cause.getSQLState())) {
                return GIVEN_UP;
            }
            throw failure;
        }
    }

    private interface Request {
        void send(int turn);
    }

    /** As many as wanted, or as fit into a few seconds. */
    private Times timed(Request request) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        for (int turn = 0; turn < WARM_UP && System.nanoTime() < end; turn++) {
            request.send(turn);
        }
        List<Long> nanos = new ArrayList<>();
        end = System.nanoTime() + AT_MOST.toNanos();
        for (int turn = 0; turn < requests && (turn < 1 || System.nanoTime() < end); turn++) {
            long from = System.nanoTime();
            request.send(turn);
            nanos.add(System.nanoTime() - from);
        }
        return Times.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private void note(String what, int size, Times times) {
        taken.computeIfAbsent(what, each -> new LinkedHashMap<>()).put(size, times);
        report.record(what + ", " + size + " open: p50", times.percentile(50), "ms");
        report.record(what + ", " + size + " open: p95", times.percentile(95), "ms");
        System.out.printf("%s, %d open: %.2f %.2f ms%n", what, size, times.percentile(50), times.percentile(95));
    }

    private void table() {
        var head = new StringBuilder("%-52s".formatted("p50 / p95 in ms, open tasks:"));
        sizes.forEach(size -> head.append("%20s".formatted("%,d".formatted(size))));
        report.note(head.toString());
        taken.forEach((what, bySize) -> {
            var line = new StringBuilder("%-52s".formatted(what));
            sizes.forEach(size -> line.append("%20s"
                    .formatted(Optional.ofNullable(bySize.get(size))
                            .map(times -> String.format(
                                    Locale.ROOT, "%.2f / %.2f", times.percentile(50), times.percentile(95)))
                            .orElse("-"))));
            report.note(line.toString());
        });
    }
}
