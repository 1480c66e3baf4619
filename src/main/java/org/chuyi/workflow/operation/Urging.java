package org.chuyi.workflow.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.Superiors;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/**
 * 催办, by a ladder: first whoever has it, the second time her superior too, from the third on the lead department's
 * officers as well. The same person urges at most once a workday.
 */
@Component
class Urging implements Operation {

    private static final int TO_SUPERIOR = 2;
    private static final int TO_LEAD_DEPARTMENT = 3;

    private final OperationRecord record;
    private final Superiors superiors;
    private final Clock clock;

    Urging(OperationRecord record, Superiors superiors, Clock clock) {
        this.record = record;
        this.superiors = superiors;
        this.clock = clock;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.URGE;
    }

    /** Those above it, the lead department, and colleagues of whoever has it. */
    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return Superiors.isAbove(actor, task)
                || isOfLeadDepartment(actor)
                || task.isOfferedTo(actor) && task.isHeldByAnother(actor);
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.open(task)
                .or(() -> HolderRules.notPersonal(task))
                .or(() -> notHerself(task, actor))
                .or(() -> onceAWorkday(task, actor));
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        int time = record.count(task, TaskOperation.URGE) + 1;
        Effect effect = task.assignee().isPresent()
                ? Effect.on(task.assigneeName().orElse(""), task.assignee(), task)
                : Effect.on("", Optional.empty(), task).and(task.offeredTo());
        if (time >= TO_SUPERIOR) {
            effect = effect.and(superiors.of(task));
        }
        return time >= TO_LEAD_DEPARTMENT ? effect.and(superiors.leadOfficers()) : effect;
    }

    boolean isOverdue(InboxTask task) {
        return task.dueAt().filter(due -> !clock.instant().isBefore(due)).isPresent();
    }

    private boolean isOfLeadDepartment(Actor actor) {
        var lead = superiors.leadOfficers();
        return actor.organisation().equals(lead.organisation())
                && (actor.is(Role.PROVINCIAL_OFFICER) || actor.is(Role.PROVINCIAL_LEADER));
    }

    private static Optional<FieldProblem> notHerself(InboxTask task, Actor actor) {
        boolean waitsForHer = task.assignee().isPresent()
                ? task.isHeldBy(actor)
                : task.isOfferedTo(actor) && !Superiors.isAbove(actor, task);
        return waitsForHer ? Operation.problem("yourOwn") : Optional.empty();
    }

    private Optional<FieldProblem> onceAWorkday(InboxTask task, Actor actor) {
        return record.last(task, TaskOperation.URGE, actor.account())
                .filter(last -> !isALaterWorkday(last, clock.instant()))
                .flatMap(last -> Operation.problem("urgedToday"));
    }

    static boolean isALaterWorkday(Instant last, Instant now) {
        return WorkCalendar.stateCouncil()
                        .workdaysBetween(WorkCalendar.dayOf(last).plusDays(1), WorkCalendar.dayOf(now))
                > 0;
    }
}
