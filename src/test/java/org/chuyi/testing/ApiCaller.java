package org.chuyi.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls the API over HTTP, as a school's own program does. */
public final class ApiCaller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "----chuyi";

    private final int port;
    private final String token;
    private final String language;

    /** @param token empty for a call without one */
    public ApiCaller(int port, String token) {
        this(port, token, "");
    }

    private ApiCaller(int port, String token, String language) {
        this.port = port;
        this.token = token;
        this.language = language;
    }

    public ApiCaller inEnglish() {
        return new ApiCaller(port, token, "en");
    }

    public record Answer(int status, HttpResponse<String> response, JsonNode json) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode at(String pointer) {
            return json.at(pointer);
        }

        public String text(String pointer) {
            return json.at(pointer).asText();
        }
    }

    public Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** @param body anything that Jackson writes, or a text to be sent as it is */
    public Answer send(String method, String path, Object body, String... headers) {
        try {
            String written = body instanceof String text ? text : JSON.writeValueAsString(body);
            return call(
                    method, path, BodyPublishers.ofString(written), with(headers, "Content-Type", "application/json"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer upload(String path, String fileName, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return call(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    public Answer call(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!language.isEmpty()) {
            request.header("Accept-Language", language);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(), response, json ? JSON.readTree(response.body()) : JSON.missingNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String... more) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return all;
    }
}
