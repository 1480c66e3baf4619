package org.chuyi.bench.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuyi.bench.server.SignedInClient;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The built jar over HTTP: what {@link ProductCases} does, sent as the pages send it, by people who have signed in, with
 * their session and its CSRF token. The pages themselves are not fetched; {@code PagesBench} measures them.
 */
final class ServedCases implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("/applications/([^/]+)/form");

    private final int port;
    private final JdbcClient database;
    private final List<String> materials;
    private final String submission;
    private final Schools schools;
    private final String round;
    private final BlockingQueue<SignedInClient> reviewers = new LinkedBlockingQueue<>();
    private final BlockingQueue<SignedInClient> officers = new LinkedBlockingQueue<>();
    private final Queue<Filing> toBegin = new ConcurrentLinkedQueue<>();
    private final Map<String, Filing> begun = new ConcurrentHashMap<>();

    private record Filing(SignedInClient clerk, SignedInClient leader) {}

    /** @param together at so many windows a reviewer and an officer work */
    ServedCases(int port, JdbcClient database, List<String> materials, Map<String, Object> answers, int together) {
        this.port = port;
        this.database = database;
        this.materials = materials;
        this.submission = json(Map.of("revision", 1, "answers", answers));
        this.schools = new Schools(database);
        this.round = database.sql("select code from round where state = 'OPEN'")
                .query(String.class)
                .single();
        decideSingly();
        for (int window = 0; window < together; window++) {
            reviewers.add(SignedInClient.of(port, "city"));
            officers.add(SignedInClient.of(port, "province"));
        }
    }

    /** The demonstration's round, without a contest and with room for several applications of a school. */
    private void decideSingly() {
        database.sql("update round_programme set competitive = false, applications_per_school = :number"
                        + " where round_code = :round")
                .param("number", Schools.APPLICATIONS)
                .param("round", round)
                .update();
        database.sql("update round set version = version + 1 where code = :round")
                .param("round", round)
                .update();
    }

    @Override
    public String name() {
        return "the product over HTTP, signed in, with CSRF";
    }

    @Override
    public String id() {
        return "served";
    }

    @Override
    public void prepare(int cases) {
        String hash = database.sql("select password_hash from account where login = 'clerk'")
                .query(String.class)
                .single();
        var filings = new ArrayList<Filing>();
        for (var school : schools.forApplications(cases, hash)) {
            var filing = new Filing(
                    SignedInClient.of(port, school.clerkLogin()), SignedInClient.of(port, school.leaderLogin()));
            filing.clerk().fetchCsrfToken();
            filing.leader().fetchCsrfToken();
            filings.add(filing);
        }
        toBegin.clear();
        for (int each = 0; each < Schools.APPLICATIONS; each++) {
            toBegin.addAll(filings);
        }
        reviewers.forEach(SignedInClient::fetchCsrfToken);
        officers.forEach(SignedInClient::fetchCsrfToken);
    }

    @Override
    public String begin() {
        var filing = toBegin.remove();
        var answer = filing.clerk().postForm("/applications", "round=" + round + "&programme=" + Schools.PROGRAMME);
        Matcher number = NUMBER.matcher(answer.location());
        if (answer.status() != 302 || !number.find()) {
            throw new IllegalStateException("Not started: " + answer);
        }
        begun.put(number.group(1), filing);
        return number.group(1);
    }

    @Override
    public void between(List<String> numbers) {
        Schools.putMaterials(database, materials, numbers);
    }

    @Override
    public void finish(String number) {
        var filing = begun.get(number);
        send(filing.clerk(), "/applications/" + number + "/submission?task=" + openTask(number), submission);
        complete(filing.leader(), number, Answers.SIGN_OFF);
        atAWindow(reviewers, number, Answers.CITY_REVIEW);
        atAWindow(officers, number, Answers.DECISION);
    }

    private void atAWindow(BlockingQueue<SignedInClient> windows, String number, Map<String, Object> answers) {
        try {
            var window = windows.take();
            try {
                complete(window, number, answers);
            } finally {
                windows.add(window);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void complete(SignedInClient person, String number, Map<String, Object> answers) {
        send(person, "/tasks/" + openTask(number) + "/completion", json(Map.of("answers", answers)));
    }

    private static void send(SignedInClient person, String path, String json) {
        var answer = person.postJson(path, json, UUID.randomUUID().toString());
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer);
        }
    }

    /** A person comes to it by her list; the measurement looks it up. */
    private String openTask(String number) {
        return database.sql("select task_id from inbox_task where business_key = ? and state = 'OPEN'")
                .param(number)
                .query(String.class)
                .single();
    }

    private static String json(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public int finished() {
        return Schools.approved(database);
    }
}
