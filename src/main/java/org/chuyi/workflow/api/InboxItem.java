package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a list: a task of a case, or a case without one.
 *
 * @param task the task's id, absent for cases
 * @param step the user task's id in the process model, e.g. {@code cityReview}
 * @param stepName its name in the caller's language
 * @param number the case's number, e.g. {@code CY2026-03-0001}
 * @param dueAt the first instant that is too late
 * @param outcome what was decided, as code
 * @param claimedBy the colleague who has taken it, and alone may complete it
 * @param copiedFor why it was copied
 */
record InboxItem(
        Optional<String> task,
        Optional<String> step,
        Optional<String> stepName,
        String number,
        String title,
        String programme,
        String round,
        String school,
        String cityCode,

        @Schema(allowableValues = {"OPEN", "DONE", "CANCELLED"})
        Optional<String> state,

        Optional<Instant> createdAt,
        Optional<Instant> dueAt,
        Optional<Boolean> overdue,
        Optional<Instant> completedAt,
        Optional<String> completedBy,
        Optional<String> outcome,
        Optional<String> claimedBy,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> copiedFor,
        Optional<Boolean> read) {}
