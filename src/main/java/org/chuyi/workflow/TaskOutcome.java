package org.chuyi.workflow;

import java.util.Map;

/**
 * The way the process goes on.
 *
 * @param result what the gateway after the task asks for, e.g. {@code returned}; set as variable {@code <task>Outcome}
 * @param variables further process variables, few and small: ids, dates, never answers
 */
public record TaskOutcome(String result, Map<String, Object> variables) {
    public static TaskOutcome of(String result) {
        return new TaskOutcome(result, Map.of());
    }
}
