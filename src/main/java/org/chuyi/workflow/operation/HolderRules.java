package org.chuyi.workflow.operation;

import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.form.FieldProblem;

/** Rules that several operations share. */
final class HolderRules {

    private HolderRules() {}

    static Optional<FieldProblem> open(InboxTask task) {
        return task.isOpen() ? Optional.empty() : Operation.problem("notOpen");
    }

    /** Blind scoring and invitations are an expert's own: they are neither claimed nor handed on. */
    static Optional<FieldProblem> notPersonal(InboxTask task) {
        return task.personal() ? Operation.problem("personal") : Optional.empty();
    }

    static Optional<FieldProblem> notDelegated(InboxTask task) {
        return task.isDelegated()
                ? Operation.problem("delegated", task.assigneeName().orElse(""))
                : Optional.empty();
    }

    static Optional<FieldProblem> notHeldByAnother(InboxTask task, Actor actor) {
        return task.isHeldByAnother(actor)
                ? Operation.problem("claimedBy", task.assigneeName().orElse(""))
                : Optional.empty();
    }

    /** Open, of a post, not lent, and free or her own: she may decide on it now. */
    static Optional<FieldProblem> hers(InboxTask task, Actor actor) {
        return open(task)
                .or(() -> notPersonal(task))
                .or(() -> notDelegated(task))
                .or(() -> notHeldByAnother(task, actor));
    }
}
