package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 减签: one who was asked and has not answered need not any more. */
@Component
class DroppingSigner implements Operation {

    private final SignerRows signers;
    private final HelperTasks helpers;

    DroppingSigner(SignerRows signers, HelperTasks helpers) {
        this.signers = signers;
        this.helpers = helpers;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.DROP_SIGNER;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor) && !task.isHelp();
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.hers(task, actor)
                .or(() -> signers.open(task.id()).isEmpty() ? Operation.problem("noSigner") : Optional.empty());
    }

    @Override
    public List<Choice> choices(InboxTask task, Actor actor) {
        return signers.open(task.id()).stream()
                .map(signer -> new Choice(String.valueOf(signer.account().value()), signer.name()))
                .toList();
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        var signer = signers.open(task.id()).stream()
                .filter(each -> String.valueOf(each.account().value()).equals(wanted.to()))
                .findFirst()
                .orElseThrow();
        signers.answered(signer, "DROPPED");
        helpers.cancel(signer.helper());
        return Effect.on(signer.name(), signer.account(), "/inbox");
    }
}
