package org.chuyi.workflow.operation;

import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 加签意见：不同意: a sealed decision comes back to its holder, and nobody else need sign what will be another. */
@Component
class Objecting implements Operation {

    private final SignerRows signers;
    private final SealedRows sealed;
    private final HelperTasks helpers;
    private final OpenTasks tasks;

    Objecting(SignerRows signers, SealedRows sealed, HelperTasks helpers, OpenTasks tasks) {
        this.signers = signers;
        this.sealed = sealed;
        this.helpers = helpers;
        this.tasks = tasks;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.OBJECT;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.key().equals(HelperTasks.SIGNATURE) && task.isOfferedTo(actor);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.open(task);
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        InboxTask signed = tasks.lock(task.helps().orElseThrow()).orElseThrow();
        var signer = signers.ofHelper(task.id()).orElseThrow();
        signers.answered(signer, "OBJECTED");
        helpers.done(task, actor, "objected");
        if (signer.placed() == SignerRows.Placed.AFTER) {
            sealed.remove(signed.id());
            signers.open(signed.id(), SignerRows.Placed.AFTER).forEach(other -> {
                signers.answered(other, "DROPPED");
                helpers.cancel(other.helper());
            });
        }
        return Effect.on("", signer.askedBy(), Effect.pageOf(signed.id()));
    }
}
