package org.chuyi.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chuyi.organisation.ApiProblemKind;

/** The OpenAPI document as its readable page shows it. */
public record ApiPage(String description, List<Section> sections, List<ApiProblemKind> problems) {

    /** @param id for the page's own links */
    public record Section(String id, String name, String description, List<Call> calls) {}

    /**
     * @param token whether one is needed
     * @param curl how to make the call from a command line
     */
    public record Call(
            String id,
            String method,
            String path,
            String summary,
            String description,
            boolean token,
            List<Parameter> parameters,
            String request,
            List<Response> responses,
            String curl) {}

    public record Parameter(String name, String in, boolean required, String description, List<String> values) {}

    /** @param example empty where there is none */
    public record Response(String status, String description, String example) {

        public String tone() {
            return status.startsWith("2") ? "good" : status.startsWith("5") ? "bad" : "warn";
        }
    }

    static ApiPage of(JsonNode document, String address) {
        var reading = new Reading(address);
        return new ApiPage(
                document.at("/info/description").asText(),
                each(document.path("tags"))
                        .map(tag -> reading.section(tag, document.path("paths")))
                        .toList(),
                Stream.of(ApiProblemKind.values()).toList());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private record Reading(String address) {

        Section section(JsonNode tag, JsonNode paths) {
            String name = tag.path("name").asText();
            List<Call> calls = new ArrayList<>();
            paths.properties().forEach(path -> path.getValue().properties().stream()
                    .filter(operation ->
                            operation.getValue().at("/tags/0").asText().equals(name))
                    .forEach(operation -> calls.add(call(path.getKey(), operation))));
            calls.sort(Comparator.comparing(Call::path).thenComparing(Call::method));
            return new Section(idOf(name), name, tag.path("description").asText(), calls);
        }

        private Call call(String path, Map.Entry<String, JsonNode> entry) {
            String method = entry.getKey().toUpperCase(Locale.ROOT);
            JsonNode operation = entry.getValue();
            boolean token = !operation.path("security").isEmpty();
            return new Call(
                    idOf(method + path),
                    method,
                    path,
                    operation.path("summary").asText(),
                    operation.path("description").asText(),
                    token,
                    each(operation.path("parameters")).map(Reading::parameter).toList(),
                    pretty(firstContent(operation.path("requestBody")).path("example")),
                    operation.path("responses").properties().stream()
                            .map(response -> new Response(
                                    response.getKey(),
                                    response.getValue().path("description").asText(),
                                    pretty(firstContent(response.getValue()).path("example"))))
                            .sorted(Comparator.comparing(Response::status))
                            .toList(),
                    curl(method, path, operation, token));
        }

        private static Parameter parameter(JsonNode parameter) {
            return new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    parameter.path("description").asText(),
                    each(parameter.at("/schema/enum")).map(JsonNode::asText).toList());
        }

        private String curl(String method, String path, JsonNode operation, boolean token) {
            List<String> parts = new ArrayList<>();
            parts.add("curl" + (method.equals("GET") ? "" : " -X " + method) + " '" + address + filled(path, operation)
                    + "'");
            if (token) {
                parts.add("-H \"Authorization: Bearer $TOKEN\"");
            }
            each(operation.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals("header"))
                    .forEach(parameter ->
                            parts.add("-H '" + parameter.path("name").asText() + ": "
                                    + parameter.path("example").asText() + "'"));
            JsonNode content = operation.at("/requestBody/content");
            if (content.has("multipart/form-data")) {
                parts.add("-F 'file=@申报书.pdf'");
            } else if (!content.isMissingNode()) {
                parts.add("-H 'Content-Type: application/json'");
                parts.add("-d '" + firstContent(operation.path("requestBody")).path("example") + "'");
            }
            return String.join(" \\\n  ", parts);
        }

        private static String filled(String path, JsonNode operation) {
            String filled = path;
            for (JsonNode parameter : operation.path("parameters")) {
                filled = filled.replace(
                        "{" + parameter.path("name").asText() + "}",
                        parameter.path("example").asText());
            }
            return filled;
        }

        private static JsonNode firstContent(JsonNode body) {
            var contents = body.path("content").elements();
            return contents.hasNext() ? contents.next() : MissingNode.getInstance();
        }

        private static String pretty(JsonNode example) {
            return example.isMissingNode() ? "" : example.toPrettyString();
        }

        private static String idOf(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        }
    }
}
