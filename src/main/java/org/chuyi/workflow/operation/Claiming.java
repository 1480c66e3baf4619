package org.chuyi.workflow.operation;

import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 认领: out of the post's pool; colleagues see who has it, and she alone may complete it. */
@Component
class Claiming implements Operation {

    private final EngineAssignments engine;

    Claiming(EngineAssignments engine) {
        this.engine = engine;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.CLAIM;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.hers(task, actor)
                .or(() -> task.isHeldBy(actor) ? Operation.problem("alreadyYours") : Optional.empty());
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        engine.give(task, actor.account());
        return Effect.silent();
    }
}
