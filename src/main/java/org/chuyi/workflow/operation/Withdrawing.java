package org.chuyi.workflow.operation;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.StepReturns;
import org.chuyi.workflow.TaskDrafts;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 撤回: one's own decision, while nobody has begun what follows from it. */
@Component
class Withdrawing implements Operation {

    private final ReturnRules rules;
    private final TokenMoves tokens;
    private final OpenTasks tasks;
    private final TaskDrafts drafts;
    private final Clock clock;

    Withdrawing(ReturnRules rules, TokenMoves tokens, OpenTasks tasks, TaskDrafts drafts, Clock clock) {
        this.rules = rules;
        this.tokens = tokens;
        this.tasks = tasks;
        this.drafts = drafts;
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
                .or(() -> its.get().rejoins(task).isEmpty() && hasGoneOn(task, actor)
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

    /** Something was completed since, or what is open now has been begun. */
    private boolean hasGoneOn(InboxTask done, Actor actor) {
        var decidedAt = done.completedAt().orElseThrow();
        return tasks.ever(done.businessKey()).stream()
                .anyMatch(task -> task.isOpen()
                        ? isBegun(task, actor)
                        : task.completedAt().filter(decidedAt::isBefore).isPresent());
    }

    /** Taken by somebody else, lent to a colleague, or half answered in a kept draft; her own hand in it binds nobody. */
    private boolean isBegun(InboxTask task, Actor actor) {
        return task.isHelp() || task.isClaimed() && task.isHeldByAnother(actor) || drafts.isBegunByAnother(task, actor);
    }
}
