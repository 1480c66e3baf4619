package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;

/** 加签: asks a colleague of the same organisation to sign; each is asked once at a time. */
abstract class AddingSigner implements Operation {

    private final TaskOperation kind;
    private final SignerRows.Placed placed;
    private final SignerRows signers;
    private final HelperTasks helpers;
    private final Colleagues colleagues;
    private final TaskPages pages;

    AddingSigner(
            TaskOperation kind,
            SignerRows.Placed placed,
            SignerRows signers,
            HelperTasks helpers,
            Colleagues colleagues,
            TaskPages pages) {
        this.kind = kind;
        this.placed = placed;
        this.signers = signers;
        this.helpers = helpers;
        this.colleagues = colleagues;
        this.pages = pages;
    }

    @Override
    public TaskOperation kind() {
        return kind;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor) && !task.isHelp();
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.hers(task, actor)
                .or(() -> pages.isDoneElsewhere(task) ? Operation.problem("noSigners") : Optional.empty())
                .or(() -> candidates(task, actor).isEmpty() ? Operation.problem("nobodyElse") : Optional.empty());
    }

    @Override
    public List<Choice> choices(InboxTask task, Actor actor) {
        return candidates(task, actor).stream()
                .map(Colleagues.Colleague::choice)
                .toList();
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        var signer = candidates(task, actor).stream()
                .filter(colleague -> colleague.choice().value().equals(wanted.to()))
                .findFirst()
                .orElseThrow();
        String helper = helpers.add(task, HelperTasks.SIGNATURE, signer);
        signers.ask(task, helper, signer, placed, actor);
        return Effect.on(signer.name(), signer.account(), Effect.pageOf(helper));
    }

    private List<Colleagues.Colleague> candidates(InboxTask task, Actor actor) {
        var asked =
                signers.open(task.id()).stream().map(SignerRows.Signer::account).toList();
        return colleagues.of(task.offeredTo().organisation(), actor.account()).stream()
                .filter(colleague -> !asked.contains(colleague.account()))
                .toList();
    }
}
