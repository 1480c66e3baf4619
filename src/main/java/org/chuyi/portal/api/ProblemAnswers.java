package org.chuyi.portal.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.portal.ApiRequests;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Problems of the API as answers, wherever in the program they were met. */
@Component
public class ProblemAnswers {

    private final MessageSource messages;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    ProblemAnswers(MessageSource messages, LocaleResolver localeResolver, ObjectMapper json) {
        this.messages = messages;
        this.languages = localeResolver;
        this.json = json;
    }

    public void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.kind().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), of(problem, request));
    }

    public ProblemDetail of(ApiProblem problem, HttpServletRequest request) {
        Locale locale = languages.resolveLocale(request);
        var detail = problem.in(locale, messages);
        detail.setInstance(URI.create(ApiRequests.pathOf(request)));
        return detail;
    }
}
