package org.chuyi.bench.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.chuyi.bench.BenchReport;
import org.chuyi.bench.Times;
import org.chuyi.bench.lifecycle.Schools;
import org.chuyi.bench.server.ProductServer;
import org.chuyi.bench.server.SignedInClient;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The last ten minutes before 24:00: five hundred clerks of as many schools, signed in and each with a draft, save,
 * upload what is required and submit, all at once, without a pause, over HTTP against the built jar. Afterwards every
 * answer that said yes is looked up in the database.
 */
class SurgeBench {

    private static final String HEAP = "512m";
    private static final String PROGRAMME = "secondary-school";
    private static final Pattern NUMBER = Pattern.compile("/applications/([^/]+)/form");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchReport report = new BenchReport("surge");
    private final int people = report.size("bench.people", 500);
    private final Path folder = BenchReport.results().resolve("surge-data");
    private final Map<String, Queue<Long>> nanos = Collections.synchronizedMap(new TreeMap<>());
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Queue<String> submitted = new ConcurrentLinkedQueue<>();

    private record Clerk(SignedInClient client, String number) {}

    @Test
    void allAtOnce() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        try (var server = ProductServer.start(folder.resolve("data"), HEAP, folder.resolve("server.log"))) {
            var database = server.database();
            var answers = database.sql("""
                            select v.content::text from application_version v join project_application a using (number)
                            where a.programme_code = :programme order by v.signed_at desc limit 1""")
                    .param("programme", PROGRAMME)
                    .query(String.class)
                    .single();
            var materials = database.sql("""
                            select distinct f.material_code from attachment f join project_application a using (number)
                            where a.programme_code = :programme and f.removed_at is null""")
                    .param("programme", PROGRAMME)
                    .query(String.class)
                    .list();
            var clerks = clerks(server.port(), database);
            double seconds = surge(clerks, materials, answers);
            result(seconds);
            found(database, materials.size());
        } finally {
            report.write();
            FileSystemUtils.deleteRecursively(folder.resolve("data"));
        }
    }

    /** Each of a school of its own, signed in, with a draft; not timed. */
    private List<Clerk> clerks(int port, JdbcClient database) {
        String round = database.sql("select code from round where state = 'OPEN' order by code limit 1")
                .query(String.class)
                .single();
        String hash = database.sql("select password_hash from account where login = 'clerk'")
                .query(String.class)
                .single();
        return new Schools(database)
                .add(people, hash).parallelStream()
                        .map(school -> {
                            var client = SignedInClient.of(port, school.clerkLogin());
                            client.fetchCsrfToken();
                            var started =
                                    client.postForm("/applications", "round=" + round + "&programme=" + PROGRAMME);
                            var number = NUMBER.matcher(started.location());
                            assertThat(number.find()).as(started.toString()).isTrue();
                            return new Clerk(client, number.group(1));
                        })
                        .toList();
    }

    private double surge(List<Clerk> clerks, List<String> materials, String answers) throws Exception {
        var threads = Executors.newFixedThreadPool(clerks.size());
        var ready = new CountDownLatch(clerks.size());
        var go = new CountDownLatch(1);
        for (var clerk : clerks) {
            byte[] file = pdf(clerk.number());
            threads.submit(() -> {
                ready.countDown();
                go.await();
                fileIn(clerk, materials, file, answers);
                return null;
            });
        }
        ready.await();
        long from = System.nanoTime();
        go.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.MINUTES)).isTrue();
        return (System.nanoTime() - from) / 1e9;
    }

    private void fileIn(Clerk clerk, List<String> materials, byte[] file, String answers) {
        String path = "/applications/" + clerk.number();
        var saved = timed("save", () -> clerk.client().putJson(path + "/draft", written(1, answers)));
        for (String material : materials) {
            timed("upload", () -> clerk.client().upload(path + "/materials?requirement=" + material, "申报书.pdf", file));
        }
        int revision = saved.status() == 200 ? 2 : 1;
        var sent = timed("submit", () -> clerk.client()
                .postJson(
                        path + "/submission",
                        written(revision, answers),
                        UUID.randomUUID().toString()));
        if (sent.status() == 200) {
            submitted.add(clerk.number());
        }
    }

    private static String written(int revision, String answers) {
        return "{\"revision\": " + revision + ", \"answers\": " + answers + "}";
    }

    private SignedInClient.Sent timed(String what, Supplier<SignedInClient.Sent> request) {
        long from = System.nanoTime();
        SignedInClient.Sent answer;
        try {
            answer = request.get();
        } catch (RuntimeException failure) {
            answer = new SignedInClient.Sent(0, "", failure.toString());
        }
        nanos.computeIfAbsent(what, each -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - from);
        if (answer.status() / 100 != 2) {
            errors.add(what + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private void result(double seconds) {
        report.figure("people at once", people, "");
        report.figure("until the last has her answer", seconds, "s");
        report.figure("submissions a second", submitted.size() / seconds, "");
        nanos.forEach((what, each) -> {
            var times = Times.of(each.stream().mapToLong(Long::longValue).toArray());
            report.figure(what + ": requests", times.count(), "");
            report.figure(what + ": p50", times.percentile(50), "ms");
            report.figure(what + ": p95", times.percentile(95), "ms");
            report.figure(what + ": p99", times.percentile(99), "ms");
        });
        report.figure("errors", errors.size(), "");
        errors.stream().distinct().limit(5).forEach(report::note);
    }

    /** Every yes exactly once, with all its files, and nothing that nobody was told. */
    private void found(JdbcClient database, int materials) {
        var stored =
                database.sql("""
                        select a.number from project_application a join organisation o on o.id = a.organisation_id
                        where a.status = 'SCHOOL_SIGN_OFF' and starts_with(o.name, '测量中职-')
                          and (select count(*) from attachment f where f.number = a.number and f.removed_at is null) = :files
                          and (select count(*) from inbox_task t where t.business_key = a.number
                               and t.task_key = 'fillInApplication' and t.state = 'DONE') = 1
                          and (select count(*) from inbox_task t where t.business_key = a.number
                               and t.task_key = 'schoolSignOff' and t.state = 'OPEN') = 1
                        order by a.number""").param("files", materials).query(String.class).list();
        report.figure("answers that said yes", submitted.size(), "");
        report.figure("of these in the database, exactly once", stored.size(), "");
        assertThat(stored).containsExactlyElementsOf(submitted.stream().sorted().toList());
        assertThat(errors).isEmpty();
    }

    private static byte[] pdf(String title) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
