package org.chuyi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.form.FieldProblem;

/**
 * Implemented by the module that owns a process: to which earlier steps a task may go back, which decisions may be taken
 * back, and what the aggregate does then. It changes before the token moves, in the same transaction; what it does not
 * name is refused.
 */
public interface StepReturns {

    String processKey();

    /** The earlier user tasks that the open task may be returned to as things are, the nearest first. */
    List<String> returnsFrom(InboxTask open);

    /** @return process variables that the way from there on is chosen by */
    Map<String, Object> putBack(InboxTask open, String step, Actor actor, Instant at);

    /** Why the completed task's decision stands, whatever became of the next step; empty when it may be taken back. */
    Optional<FieldProblem> whyItStands(InboxTask done);

    /** @return as for {@link #putBack} */
    Map<String, Object> takeBack(InboxTask done, Actor actor, Instant at);

    /** Where the token waits after that decision, where it is no user task, e.g. for a message. */
    default Optional<String> waitsAt(InboxTask done) {
        return Optional.empty();
    }

    /**
     * Where others still answer beside it, the task rejoins them instead of beginning the step again: its own variables,
     * as the model's multi-instance element has them.
     */
    default Optional<Map<String, Object>> rejoins(InboxTask done) {
        return Optional.empty();
    }
}
