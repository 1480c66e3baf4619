package org.chuyi.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chuyi.testing.ApiCaller;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@IntegrationTest
class OpenApiTest {

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    JsonNode document;
    Map<String, JsonNode> operations;

    @BeforeEach
    void theDocument() {
        document = new ApiCaller(port, "").get("/api/v1/openapi.json").json();
        operations = new TreeMap<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation ->
                        operations.put(operation.getKey().toUpperCase() + " " + path.getKey(), operation.getValue())));
    }

    @Test
    void everyRouteOfTheApiIsInTheDocument() {
        var routes = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.chuyi."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations.keySet()).hasSizeGreaterThan(20).containsExactlyElementsOf(routes);
    }

    @Test
    void everyCallSaysWhatItDoesInBothLanguagesAndWhatComesBack() {
        operations.forEach((call, operation) -> {
            assertThat(operation.path("summary").asText()).as(call).matches(".*[\\u4e00-\\u9fff].*");
            assertThat(operation.path("description").asText()).as(call).matches("[A-Z].*\\.");
            assertThat(operation.path("responses").properties())
                    .as(call)
                    .anyMatch(response -> response.getKey().startsWith("2"))
                    .allSatisfy(response -> assertThat(
                                    response.getValue().path("description").asText())
                            .as(call + " " + response.getKey())
                            .isNotEmpty());
        });
    }

    @Test
    void everyJsonBodyHasAnExample() {
        operations.forEach((call, operation) -> {
            JsonNode sent = operation.at("/requestBody/content/application~1json");
            if (!sent.isMissingNode()) {
                assertThat(sent.path("example").isObject())
                        .as(call + " request")
                        .isTrue();
            }
            operation.path("responses").properties().forEach(response -> {
                String status = response.getKey();
                response.getValue().path("content").properties().forEach(content -> {
                    if (content.getKey().contains("json")) {
                        assertThat(content.getValue().path("example").isMissingNode())
                                .as(call + " " + status)
                                .isFalse();
                    }
                });
            });
        });
    }

    @Test
    void whoMayCallStandsThereAsInThePermissionMatrix() {
        assertThat(operations.get("GET /api/v1/rounds").path("security")).isEmpty();
        assertThat(operations.get("GET /api/v1/me").at("/security/0/bearer").isArray())
                .isTrue();
        assertThat(operations
                        .get("POST /api/v1/applications")
                        .path("description")
                        .asText())
                .endsWith("Roles: APPLICANT.");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(operations
                        .get("POST /api/v1/tasks/{id}/completion")
                        .at("/responses/409/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void thePageShowsEveryCallWithACommandToTryIt() {
        var page = new Visitor(port).get("/api");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("办理任务", "curl -X POST", "Idempotency-Key", "problem-task-already-done")
                .doesNotContain("??");
        assertThat(new Visitor(port)
                        .get("/problems/task-already-done")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/api#problem-task-already-done"));
    }
}
