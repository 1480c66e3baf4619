package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 委派: a colleague of the same organisation looks at it and says what she thinks; the owner decides. */
@Component
class Delegating implements Operation {

    private final EngineAssignments engine;
    private final HelperTasks helpers;
    private final Colleagues colleagues;

    Delegating(EngineAssignments engine, HelperTasks helpers, Colleagues colleagues) {
        this.engine = engine;
        this.helpers = helpers;
        this.colleagues = colleagues;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.DELEGATE;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.hers(task, actor)
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
        var to = candidates(task, actor).stream()
                .filter(colleague -> colleague.choice().value().equals(wanted.to()))
                .findFirst()
                .orElseThrow();
        engine.delegate(task, actor.account(), to.account());
        String opinion = helpers.add(task, HelperTasks.OPINION, to);
        return Effect.on(to.name(), to.account(), Effect.pageOf(opinion));
    }

    private List<Colleagues.Colleague> candidates(InboxTask task, Actor actor) {
        return colleagues.of(task.offeredTo().organisation(), actor.account());
    }
}
