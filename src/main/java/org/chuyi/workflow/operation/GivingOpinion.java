package org.chuyi.workflow.operation;

import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 委派意见: the reason is the opinion; with it the task goes back to its owner, and the colleague's right to read ends. */
@Component
class GivingOpinion implements Operation {

    private final EngineAssignments engine;
    private final HelperTasks helpers;
    private final OpenTasks tasks;

    GivingOpinion(EngineAssignments engine, HelperTasks helpers, OpenTasks tasks) {
        this.engine = engine;
        this.helpers = helpers;
        this.tasks = tasks;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.GIVE_OPINION;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.key().equals(HelperTasks.OPINION) && task.isOfferedTo(actor);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.open(task);
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        InboxTask owned = tasks.lock(task.helps().orElseThrow()).orElseThrow();
        helpers.done(task, actor, "opinionGiven");
        engine.giveBack(owned.id());
        return Effect.on("", owned.owner(), owned);
    }
}
