package org.chuyi.workflow.operation;

import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 收回委派: the owner does not wait for the opinion any longer. */
@Component
class Recalling implements Operation {

    private final EngineAssignments engine;
    private final HelperTasks helpers;

    Recalling(EngineAssignments engine, HelperTasks helpers) {
        this.engine = engine;
        this.helpers = helpers;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.RECALL;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.open(task)
                .or(() -> task.isOwnedBy(actor) ? Optional.empty() : Operation.problem("notDelegatedByYou"));
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        helpers.cancelOf(task, HelperTasks.OPINION);
        engine.giveBack(task.id());
        return Effect.on(task.assigneeName().orElse(""), task.assignee(), task).at("/inbox");
    }
}
