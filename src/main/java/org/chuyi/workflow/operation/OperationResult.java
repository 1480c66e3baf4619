package org.chuyi.workflow.operation;

import java.util.List;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;

/** What became of an operation on a task. */
public sealed interface OperationResult {

    /** @param task as it was before */
    record Done(TaskOperation operation, InboxTask task) implements OperationResult {}

    /** A rule stood against it; nothing has changed. */
    record Refused(List<FieldProblem> problems) implements OperationResult {}

    /** No such task, or none that this person has to do with. */
    record NotFound() implements OperationResult {}

    static Refused refused(FieldProblem problem) {
        return new Refused(List.of(problem));
    }
}
