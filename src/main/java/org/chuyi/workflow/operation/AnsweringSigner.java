package org.chuyi.workflow.operation;

import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.form.FieldProblem;

/** 加签意见: what a signer says ends her part, and whoever asked her is told. */
abstract class AnsweringSigner implements Operation {

    private final SignerRows signers;
    private final HelperTasks helpers;
    private final OpenTasks tasks;
    private final String state;

    /** @param state that the signer's row has from then on; in small letters her part's outcome */
    AnsweringSigner(SignerRows signers, HelperTasks helpers, OpenTasks tasks, String state) {
        this.signers = signers;
        this.helpers = helpers;
        this.tasks = tasks;
        this.state = state;
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
        signers.answered(signer, state);
        helpers.done(task, actor, state.toLowerCase(Locale.ROOT));
        then(signed, signer);
        return Effect.on("", signer.askedBy(), Effect.pageOf(signed.id()));
    }

    /** What becomes of the task that she was asked to sign. */
    abstract void then(InboxTask signed, SignerRows.Signer signer);
}
