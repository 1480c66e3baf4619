package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.Superiors;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 转办: to a colleague who holds the same post; from then on it is hers. */
@Component
class Transferring implements Operation {

    private final EngineAssignments engine;
    private final Colleagues colleagues;

    Transferring(EngineAssignments engine, Colleagues colleagues) {
        this.engine = engine;
        this.colleagues = colleagues;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.TRANSFER;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor) || Superiors.isAbove(actor, task);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        var first = Superiors.isAbove(actor, task)
                ? HolderRules.open(task).or(() -> HolderRules.notDelegated(task))
                : HolderRules.hers(task, actor);
        return first.or(() -> candidates(task, actor).isEmpty() ? Operation.problem("nobodyElse") : Optional.empty());
    }

    @Override
    public List<Choice> choices(InboxTask task, Actor actor) {
        return candidates(task, actor).stream()
                .map(Colleagues.Colleague::choice)
                .toList();
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        var to = candidates(task, actor).stream()
                .filter(colleague -> colleague.choice().value().equals(wanted.to()))
                .findFirst()
                .orElseThrow();
        engine.give(task, to.account());
        return Effect.on(to.name(), to.account(), Effect.pageOf(task.id()));
    }

    /** Not to herself, and not to whoever has it already. */
    private List<Colleagues.Colleague> candidates(InboxTask task, Actor actor) {
        AccountId holder = task.assignee().orElse(actor.account());
        return colleagues.holding(task.offeredTo(), holder).stream()
                .filter(colleague -> !colleague.account().equals(actor.account()))
                .toList();
    }
}
