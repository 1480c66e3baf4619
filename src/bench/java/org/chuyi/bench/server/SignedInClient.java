package org.chuyi.bench.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.chuyi.organisation.DemonstrationAccounts;
import org.chuyi.testing.Visitor;

/** A demonstration account with a browser that takes compressed answers; {@link #ANYBODY} has no account. */
public final class SignedInClient {

    public static final String ANYBODY = "";

    private static final Pattern SECRET = Pattern.compile("<code class=\"figure\">([^<]+)</code>");

    private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    /**
     * For all: behind a proxy everybody's requests share its connections too, and a client of its own costs a thread. Its
     * own processor time counts in the measurement, so no answer is handed from thread to thread.
     */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();

    private final int port;
    private final String[] credentials;

    private volatile String csrfToken = "";

    private SignedInClient(int port, String... credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    public static SignedInClient of(int port, String login) {
        return of(port, login, DemonstrationAccounts.PASSWORD);
    }

    public static SignedInClient of(int port, String login, String password) {
        var visitor = new Visitor(port);
        if (!login.equals(ANYBODY)) {
            var answer = visitor.signIn(login, password);
            if (!Visitor.location(answer).equals("/")) {
                throw new IllegalStateException(login + " could not sign in");
            }
        }
        return new SignedInClient(port, "Cookie", "CHUYI_SESSION=" + visitor.session());
    }

    /** A program that calls the API with a token of the account. */
    public static SignedInClient withTokenOf(int port, String login) {
        var visitor = new Visitor(port);
        visitor.signIn(login, DemonstrationAccounts.PASSWORD);
        var shown = SECRET.matcher(
                visitor.post("/account", "/account/tokens", "name", "bench").body());
        if (!shown.find()) {
            throw new IllegalStateException(login + " got no token");
        }
        return new SignedInClient(port, "Authorization", "Bearer " + shown.group(1));
    }

    /** The same person at another window. */
    public SignedInClient anotherWindow() {
        return new SignedInClient(port, credentials);
    }

    /** @param nanos from sending to the last byte */
    public record Answer(byte[] compressed, long nanos) {

        public byte[] plain() {
            boolean isGzip = compressed.length > 1 && (compressed[0] & 0xff) == 0x1f && (compressed[1] & 0xff) == 0x8b;
            if (!isGzip) {
                return compressed;
            }
            try (var content = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String text() {
            return new String(plain(), StandardCharsets.UTF_8);
        }
    }

    /** @param location where a redirect leads, else empty */
    public record Sent(int status, String location, String body) {}

    /** Takes the session's token from a page, as a page's script does; the later posts carry it. */
    public void fetchCsrfToken() {
        var token = CSRF.matcher(get("/").text());
        if (!token.find()) {
            throw new IllegalStateException("No token on the page");
        }
        csrfToken = token.group(1);
    }

    /** @param fields as a form sends them, encoded */
    public Sent postForm(String path, String fields) {
        return post(path, "application/x-www-form-urlencoded", fields);
    }

    public Sent postJson(String path, String json, String requestKey) {
        return post(path, "application/json", json, "Idempotency-Key", requestKey);
    }

    public Sent putJson(String path, String json) {
        return send(path, "application/json", "PUT", BodyPublishers.ofString(json));
    }

    /** A file as the form's field of that name sends it. */
    public Sent upload(String path, String name, byte[] file) {
        String boundary = "bench-" + UUID.randomUUID();
        var head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n");
        var body = BodyPublishers.ofByteArrays(List.of(
                head.getBytes(StandardCharsets.UTF_8),
                file,
                ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)));
        return send(path, "multipart/form-data; boundary=" + boundary, "POST", body);
    }

    private Sent post(String path, String type, String content, String... headers) {
        return send(path, type, "POST", BodyPublishers.ofString(content), headers);
    }

    private Sent send(String path, String type, String method, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", csrfToken)
                .headers(credentials)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Sent(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Anything but 200 is a mistake of the measurement. */
    public Answer get(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .header("Accept-Encoding", "gzip")
                .headers(credentials)
                .build();
        try {
            long from = System.nanoTime();
            HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - from;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return new Answer(answer.body(), nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
