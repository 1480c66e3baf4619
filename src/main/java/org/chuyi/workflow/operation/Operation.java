package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;

/** One thing that can be done to a task: when it is offered, what keeps it from being done, and what it does. */
interface Operation {

    TaskOperation kind();

    /** Whether the person has to do with it at all: otherwise the task is not there for her. */
    boolean concerns(InboxTask task, Actor actor);

    /** What stands against it now, whatever she wants of it; empty puts it on her menu. */
    Optional<FieldProblem> refusal(InboxTask task, Actor actor);

    /** Whom it may concern; empty where it concerns nobody else. */
    default List<Choice> choices(InboxTask task, Actor actor) {
        return List.of();
    }

    /** The earlier steps that may be chosen; empty where there is nothing to choose. */
    default List<String> steps(InboxTask task, Actor actor) {
        return List.of();
    }

    /** The task's row is locked, the rules are passed, {@code wanted.to} is one of the choices. */
    Effect carryOut(InboxTask task, Actor actor, Wanted wanted);

    /** @param value as in {@link Wanted#to} */
    record Choice(String value, String name) {}

    static Optional<FieldProblem> problem(String code, Object... arguments) {
        return Optional.of(FieldProblem.of("", "", "workflow.operation.problem." + code, arguments));
    }
}
