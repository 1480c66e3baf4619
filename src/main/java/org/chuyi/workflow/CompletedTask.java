package org.chuyi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chuyi.organisation.Actor;

/**
 * What a person has just done to a task.
 *
 * @param businessKey the process instance's business key, e.g. an application's number
 * @param key the user task's id in the model, e.g. {@code cityReview}
 * @param part which of the case's parts it is about, e.g. an expert's seat; empty where a case has no parts
 * @param answers checked: only fields that the form names, each of its type and within its limits
 */
public record CompletedTask(
        String taskId,
        String key,
        String businessKey,
        String part,
        Actor actor,
        Map<String, Object> answers,
        Instant at) {

    public String text(String field) {
        return answers.get(field) instanceof String text ? text : "";
    }

    /** The rows of a repeated group; empty when none were given. */
    public List<Map<String, Object>> rows(String group) {
        return answers.get(group) instanceof List<?> rows
                ? rows.stream().map(CompletedTask::row).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Object row) {
        return (Map<String, Object>) row;
    }
}
