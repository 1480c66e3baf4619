package org.chuyi.workflow.operation;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.TaskRejected;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What people do to a task's assignee in Camunda's Tasklist or by its API: a claim and giving it back are recorded as
 * ours are; everything else goes by the portal, which asks for a reason.
 */
@Component
class TasklistAssignments {

    private final EngineAssignments ours;
    private final OpenTasks tasks;
    private final OperationRecord record;
    private final CurrentActor currentActor;

    TasklistAssignments(EngineAssignments ours, OpenTasks tasks, OperationRecord record, CurrentActor currentActor) {
        this.ours = ours;
        this.tasks = tasks;
        this.record = record;
        this.currentActor = currentActor;
    }

    /** Before the inbox notes it: its row still says who had the task. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DelegateTask task) {
        if (task.getEventName().equals(TaskListener.EVENTNAME_ASSIGNMENT) && !ours.areUnderWay()) {
            currentActor.find().ifPresent(actor -> tasks.lock(task.getId())
                    .filter(row -> !row.personal())
                    .ifPresent(row -> check(row, actor, Optional.ofNullable(task.getAssignee()))));
        }
    }

    private void check(InboxTask row, Actor actor, Optional<String> assignee) {
        boolean claims = assignee.filter(actor.login()::equals).isPresent()
                && row.isOfferedTo(actor)
                && row.assignee().isEmpty();
        boolean givesBack = assignee.isEmpty() && row.isHeldBy(actor) && !row.isDelegated();
        if (!claims && !givesBack) {
            throw TaskRejected.because("workflow.operation.problem.byPortal");
        }
        record.write(claims ? TaskOperation.CLAIM : TaskOperation.UNCLAIM, row, actor, "", Effect.silent());
    }
}
