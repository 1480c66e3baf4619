package org.chuyi.workflow;

import java.time.Instant;

/**
 * A line of what was done to a case's tasks.
 *
 * @param taskKey the step's id in the model
 * @param toName whom it concerned, e.g. to whom a task was transferred; empty where it concerned nobody else
 */
public record CaseOperation(
        TaskOperation operation,
        String taskKey,
        String reason,
        String byName,
        String byOrganisation,
        String toName,
        Instant at) {}
