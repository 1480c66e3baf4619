package org.chuyi.portal.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.RouteRule;
import org.chuyi.portal.security.RoutePermissions;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The OpenAPI document: what the controllers say of themselves, completed by who may call (from the permission matrix),
 * by the problems and by the examples.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    static final String PATH = "/api/v1/openapi.json";

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI chuyiApi() {
        return new OpenAPI()
                .info(new Info().title("楚怡 Chuyi API").version("v1").description("""
                                Apply to the programmes, review and follow applications from your own software. \
                                Make a token on your account's page and send it as "Authorization: Bearer chuyi_…"; it \
                                acts for the organisation for which you made it, with the posts that you hold there. \
                                Times are ISO 8601 with +08:00; a deadline is the first instant that is too late. \
                                Problems are RFC 9457, in Chinese, or in English with "Accept-Language: en". Lists go by \
                                cursor: repeat the call with cursor set to the value of next."""))
                .servers(List.of(new Server().url("/")))
                .tags(List.of(
                        tag("Rounds 批次与项目", "Open calls, their programmes, guides and forms. Public."),
                        tag("Applications 申报", "From the draft to the decision."),
                        tag("Materials 申报材料", "The files of an application."),
                        tag("Inbox 待办", "Tasks: sign-off, confirmation, review, approval."),
                        tag("Account 账号", "Whom the token speaks for.")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token, chuyi_…")));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Bean
    OpenApiCustomizer whoMayCallAndWhatTheyGet(
            RoutePermissions permissions, ApiExamples examples, MessageSource messages) {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problemSchema());
            document.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> complete(
                            operation,
                            rule(permissions, method, path),
                            examples.of(method, path),
                            examples,
                            messages)));
        };
    }

    private static void complete(
            Operation operation,
            Optional<RouteRule> rule,
            ApiExamples.Example example,
            ApiExamples examples,
            MessageSource messages) {
        if (rule.filter(found -> found.who() == RouteRule.Who.PUBLIC).isPresent()) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
            operation.getResponses().putIfAbsent("401", described("No valid token"));
        }
        operation
                .getResponses()
                .putIfAbsent("429", described("Too many calls; header Retry-After says when to come back"));
        rule.filter(found -> found.who() == RouteRule.Who.ROLES).ifPresent(found -> {
            operation.getResponses().putIfAbsent("403", described("Not with the caller's roles"));
            operation.setDescription(operation.getDescription() + " Roles: " + names(found) + ".");
        });
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> examples.ofParameter(parameter.getName())
                    .ifPresent(parameter::setExample));
        }
        example.request().ifPresent(request -> operation.getRequestBody().getContent().values().stream()
                .forEach(content -> content.setExample(request)));
        operation.getResponses().forEach((status, response) -> {
            int code = Integer.parseInt(status);
            if (code >= 400) {
                response.setContent(problem(ApiProblemKind.of(code), messages));
            } else if (code == 204) {
                response.setContent(null);
            } else if (response.getContent() != null) {
                example.response()
                        .ifPresent(answer ->
                                response.getContent().values().forEach(content -> content.setExample(answer)));
            }
        });
    }

    private static Optional<RouteRule> rule(RoutePermissions permissions, PathItem.HttpMethod method, String path) {
        return permissions.rules().stream()
                .filter(rule -> rule.pattern().equals(path)
                        && rule.method() != null
                        && rule.method().name().equals(method.name()))
                .findFirst();
    }

    private static String names(RouteRule rule) {
        return rule.roles().stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }

    private static ApiResponse described(String description) {
        return new ApiResponse().description(description);
    }

    private static Content problem(ApiProblemKind kind, MessageSource messages) {
        var detail = ApiProblem.of(kind, "…", "…").in(Locale.SIMPLIFIED_CHINESE, messages);
        var example = new LinkedHashMap<String, Object>();
        example.put("type", detail.getType().toString());
        example.put("title", detail.getTitle());
        example.put("status", detail.getStatus());
        example.put("detail", detail.getDetail());
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                                .example(example));
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("RFC 9457; some kinds have members of their own")
                .addProperty("type", new StringSchema().description("/problems/… names the kind for programs"))
                .addProperty("title", new StringSchema().description("The kind in words"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What happened and what to do"))
                .addProperty("instance", new StringSchema().description("The path that was called"))
                .addProperty(
                        "problems",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty(
                                                "path",
                                                new StringSchema()
                                                        .description(
                                                                "Where, e.g. partners[2].name; empty for the whole"))
                                        .addProperty("label", new StringSchema().description("The field's label"))
                                        .addProperty("message", new StringSchema())));
    }
}
