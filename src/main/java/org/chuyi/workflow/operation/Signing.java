package org.chuyi.workflow.operation;

import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 加签意见：同意. */
@Component
class Signing implements Operation {

    private final SignerRows signers;
    private final HelperTasks helpers;
    private final OpenTasks tasks;

    Signing(SignerRows signers, HelperTasks helpers, OpenTasks tasks) {
        this.signers = signers;
        this.helpers = helpers;
        this.tasks = tasks;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.SIGN;
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
        signers.answered(signer, "SIGNED");
        helpers.done(task, actor, "signed");
        return Effect.on("", signer.askedBy(), Effect.pageOf(signed.id()));
    }
}
