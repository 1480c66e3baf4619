package org.chuyi.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a form begins with in Camunda's Tasklist. The engine would answer with its variables, which hold no answers; a
 * form with a draft begins with that instead.
 */
@Component
class TasklistDrafts extends OncePerRequestFilter {

    private static final Pattern FORM = Pattern.compile("/camunda/api/engine/.*/task/([^/]+)/form-variables");

    private final TaskInbox inbox;
    private final CurrentActor currentActor;
    private final Map<String, TaskDraft> drafts;
    private final ObjectMapper json;

    TasklistDrafts(TaskInbox inbox, CurrentActor currentActor, List<TaskDraft> drafts, ObjectMapper json) {
        this.inbox = inbox;
        this.currentActor = currentActor;
        this.drafts = drafts.stream().collect(Collectors.toMap(TaskDraft::taskKey, Function.identity()));
        this.json = json;
    }

    /** As the engine's API says a variable. */
    private record Variable(String type, Object value) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !FORM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = currentActor.find().flatMap(actor -> begun(taskIn(request), actor));
        if (begun.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), variables(begun.get()));
    }

    private static String taskIn(HttpServletRequest request) {
        Matcher form = FORM.matcher(request.getRequestURI());
        return form.matches() ? form.group(1) : "";
    }

    private Optional<Map<String, Object>> begun(String taskId, Actor actor) {
        return inbox.find(taskId, actor).filter(InboxTask::isOpen).flatMap(task -> Optional.ofNullable(
                        drafts.get(task.key()))
                .map(its -> its.begun(task.businessKey(), actor)));
    }

    private Map<String, Variable> variables(Map<String, Object> answers) throws JsonProcessingException {
        var variables = new LinkedHashMap<String, Variable>();
        for (var answer : answers.entrySet()) {
            if (answer.getValue() != null) {
                variables.put(answer.getKey(), variable(answer.getValue()));
            }
        }
        return variables;
    }

    private Variable variable(Object answer) throws JsonProcessingException {
        if (answer instanceof Collection<?> || answer instanceof Map<?, ?>) {
            return new Variable("Json", json.writeValueAsString(answer));
        }
        if (answer instanceof Boolean) {
            return new Variable("Boolean", answer);
        }
        return answer instanceof Number ? new Variable("Double", answer) : new Variable("String", answer);
    }
}
