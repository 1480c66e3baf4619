package org.chuyi.workflow;

import java.time.Instant;
import java.util.Map;
import org.chuyi.organisation.Actor;

/**
 * What a person has just done to a task.
 *
 * @param businessKey the process instance's business key, e.g. an application's number
 * @param key the user task's id in the model, e.g. {@code cityReview}
 * @param answers checked: only fields that the form names, each of its type and within its limits
 */
public record CompletedTask(
        String taskId, String key, String businessKey, Actor actor, Map<String, Object> answers, Instant at) {

    public String text(String field) {
        return answers.get(field) instanceof String text ? text : "";
    }
}
