package org.chuyi.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** An example of each call, kept in {@code openapi-examples.json} by method and path. */
@Component
class ApiExamples {

    private final JsonNode examples;

    ApiExamples(ObjectMapper json) {
        try (var file = new ClassPathResource("openapi-examples.json").getInputStream()) {
            examples = json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Example(Optional<JsonNode> request, Optional<JsonNode> response) {}

    Example of(PathItem.HttpMethod method, String path) {
        JsonNode call = examples.path("calls").path(method + " " + path);
        return new Example(member(call, "request"), member(call, "response"));
    }

    Optional<String> ofParameter(String name) {
        return member(examples.path("parameters"), name).map(JsonNode::asText);
    }

    private static Optional<JsonNode> member(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name));
    }
}
