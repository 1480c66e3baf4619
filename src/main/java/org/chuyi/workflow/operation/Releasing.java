package org.chuyi.workflow.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.Superiors;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 解除认领: the leader of the same organisation, or the system's administrator, frees what has been held too long. */
@Component
class Releasing implements Operation {

    /** A claim that is older is stuck: she may be ill, or away. */
    static final int STUCK_AFTER_WORKDAYS = 3;

    private final EngineAssignments engine;
    private final HelperTasks helpers;
    private final Clock clock;

    Releasing(EngineAssignments engine, HelperTasks helpers, Clock clock) {
        this.engine = engine;
        this.helpers = helpers;
        this.clock = clock;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.RELEASE;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return Superiors.isAbove(actor, task) || actor.is(Role.SYSTEM_ADMINISTRATOR);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        if (!task.isOpen() || !task.isClaimed()) {
            return Operation.problem("notClaimed");
        }
        return task.claimedAt().filter(since -> isStuck(since, clock.instant())).isPresent()
                ? Optional.empty()
                : Operation.problem("notStuck", STUCK_AFTER_WORKDAYS);
    }

    static boolean isStuck(Instant claimedAt, Instant now) {
        return !now.isBefore(WorkCalendar.stateCouncil().deadlineAfter(claimedAt, STUCK_AFTER_WORKDAYS));
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        if (task.isDelegated()) {
            helpers.cancelOf(task, HelperTasks.OPINION);
            engine.giveBack(task.id());
        }
        engine.free(task);
        return new Effect(
                task.assigneeName().orElse(""), Set.of(), List.of(task.offeredTo()), Effect.pageOf(task.id()));
    }
}
