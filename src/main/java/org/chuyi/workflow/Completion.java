package org.chuyi.workflow;

import java.time.Instant;
import java.util.List;
import org.chuyi.workflow.form.FieldProblem;

/** What became of an attempt to complete a task. */
public sealed interface Completion {

    /** Done, now or by an earlier request with the same key. */
    record Completed(String businessKey, String outcome) implements Completion {}

    /** The answers were not accepted; the task is still open. */
    record Rejected(List<FieldProblem> problems) implements Completion {}

    /** Somebody, perhaps oneself in another window, was first. */
    record AlreadyDone(String byName, Instant at) implements Completion {}

    /** Somebody has claimed it and alone may complete it. */
    record ClaimedBy(String name) implements Completion {}

    /** Kept until those have agreed who sign after her; the task is open until then. */
    record Sealed(List<String> waitsFor) implements Completion {}

    /** The task was taken away by the process: withdrawn, expired, or returned elsewhere. */
    record Cancelled() implements Completion {}

    /** No such task, or none that this person may see. */
    record NotFound() implements Completion {}
}
