package org.chuyi.workflow.operation;

import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 退还认领: back into the post's pool. */
@Component
class Unclaiming implements Operation {

    private final EngineAssignments engine;

    Unclaiming(EngineAssignments engine) {
        this.engine = engine;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.UNCLAIM;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.hers(task, actor)
                .or(() -> task.isHeldBy(actor) ? Optional.empty() : Operation.problem("notYours"));
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        engine.free(task);
        return Effect.silent();
    }
}
