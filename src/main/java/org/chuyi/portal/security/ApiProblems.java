package org.chuyi.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.portal.api.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Refusals of the API as RFC 9457 problems. */
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemAnswers answers;
    private final RoutePermissions permissions;

    ApiProblems(ProblemAnswers answers, RoutePermissions permissions) {
        this.answers = answers;
        this.permissions = permissions;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(ApiProblemKind.UNAUTHORIZED, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        Set<HttpMethod> methods = permissions.methodsOf(request);
        if (methods.isEmpty()) {
            write(ApiProblemKind.NOT_FOUND, request, response);
        } else if (methods.contains(HttpMethod.valueOf(request.getMethod()))) {
            write(ApiProblemKind.FORBIDDEN, request, response);
        } else {
            response.setHeader(
                    HttpHeaders.ALLOW,
                    methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
            write(ApiProblemKind.METHOD_NOT_ALLOWED, request, response);
        }
    }

    void tooMany(Duration wait, HttpServletRequest request, HttpServletResponse response) throws IOException {
        RateLimits.sayWhen(wait, response);
        write(ApiProblemKind.TOO_MANY_REQUESTS, request, response);
    }

    private void write(ApiProblemKind kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(ApiProblem.of(kind), request, response);
    }
}
