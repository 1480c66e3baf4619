package org.chuyi.workflow.operation;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.StepReturns;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 撤回: one's own decision, while nobody has begun what follows from it. */
@Component
class Withdrawing implements Operation {

    private final ReturnRules rules;
    private final TokenMoves tokens;
    private final OpenTasks tasks;
    private final Clock clock;

    Withdrawing(ReturnRules rules, TokenMoves tokens, OpenTasks tasks, Clock clock) {
        this.rules = rules;
        this.tokens = tokens;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.WITHDRAW;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor)
                && !task.isHelp()
                && task.completedBy().filter(actor.account()::equals).isPresent();
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        Optional<StepReturns> its = rules.of(task);
        if (its.isEmpty()) {
            return Operation.problem("stands");
        }
        return its.get()
                .whyItStands(task)
                .or(() -> its.get().rejoins(task).isEmpty() && hasGoneOn(task)
                        ? Operation.problem("nextBegun")
                        : Optional.empty());
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        StepReturns its = rules.of(task).orElseThrow();
        var next = tasks.of(task.businessKey()).stream()
                .map(InboxTask::offeredTo)
                .distinct()
                .toList();
        var own = its.rejoins(task);
        var variables = its.takeBack(task, actor, clock.instant());
        if (own.isPresent()) {
            tokens.rejoin(task, own.get());
            return Effect.silent();
        }
        tokens.back(task, task.key(), its.waitsAt(task).stream(), variables);
        return new Effect("", Set.of(), next, "/inbox");
    }

    /** Something was completed since, or somebody has taken what is open now. */
    private boolean hasGoneOn(InboxTask done) {
        var decidedAt = done.completedAt().orElseThrow();
        return tasks.ever(done.businessKey()).stream()
                .anyMatch(task -> task.isOpen()
                        ? task.isClaimed() || task.isHelp()
                        : task.completedAt().filter(decidedAt::isBefore).isPresent());
    }
}
