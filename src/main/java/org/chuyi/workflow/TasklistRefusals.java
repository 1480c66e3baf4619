package org.chuyi.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A refusal of the gate as Camunda's Tasklist shows it: the engine's API would answer 500, "Cannot submit task form", for
 * whatever a listener throws. The person gets 400 and our sentence, in the language of her browser, which is Tasklist's.
 */
@Component
class TasklistRefusals extends OncePerRequestFilter {

    private static final Pattern COMPLETION =
            Pattern.compile("/camunda/api/engine/.*/task/[^/]+/(submit-form|complete)");
    private static final String REFUSAL = TasklistRefusals.class.getName();

    /** More would cover the form; the form itself marks what it can see. */
    private static final int SAID = 5;

    private final ProblemTexts texts;
    private final MessageSource messages;
    private final ObjectMapper json;

    TasklistRefusals(ProblemTexts texts, MessageSource messages, ObjectMapper json) {
        this.texts = texts;
        this.messages = messages;
        this.json = json;
    }

    /** Called by the gate, on the thread of the request that completes the task. */
    void refused(TaskRejected rejected) {
        Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .ifPresent(request -> request.setAttribute(REFUSAL, rejected, RequestAttributes.SCOPE_REQUEST));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !COMPLETION.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (request.getAttribute(REFUSAL) instanceof TaskRejected rejected) {
            held.resetBuffer();
            held.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            held.setContentType(MediaType.APPLICATION_JSON_VALUE);
            held.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(
                    held.getOutputStream(),
                    Map.of("type", "TaskRejected", "message", said(rejected, LocaleContextHolder.getLocale())));
        }
        held.copyBodyToResponse();
    }

    private String said(TaskRejected rejected, Locale locale) {
        var problems = texts.of(rejected.problems(), Optional.empty(), locale);
        String first = problems.stream()
                .limit(SAID)
                .map(problem -> problem.label().isEmpty()
                        ? problem.message()
                        : messages.getMessage(
                                "workflow.problem.of", new Object[] {problem.label(), problem.message()}, locale))
                .collect(Collectors.joining(messages.getMessage("workflow.problem.between", null, locale)));
        return problems.size() <= SAID
                ? first
                : messages.getMessage("workflow.problem.more", new Object[] {first, problems.size() - SAID}, locale);
    }
}
