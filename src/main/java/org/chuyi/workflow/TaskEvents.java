package org.chuyi.workflow;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.chuyi.organisation.Post;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears every event of every user task, inside the engine's transaction: keeps the inbox in step, and sends each
 * completion through the gate. The starter puts this listener on all tasks; it cannot be skipped by a caller.
 */
@Component
class TaskEvents {

    private final InboxTasks inbox;
    private final TaskGate gate;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TaskEvents(InboxTasks inbox, TaskGate gate, Clock clock, ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.gate = gate;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> offered(task);
            case TaskListener.EVENTNAME_ASSIGNMENT ->
                inbox.assigned(task.getId(), Optional.ofNullable(task.getAssignee()));
            case TaskListener.EVENTNAME_COMPLETE -> gate.pass(task);
            case TaskListener.EVENTNAME_DELETE -> inbox.cancelled(task.getId());
            default -> {}
        }
    }

    private void offered(DelegateTask task) {
        Post post = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .map(Post::ofGroup)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Task " + task.getTaskDefinitionKey() + " is offered to nobody"));
        String businessKey = task.getExecution().getProcessBusinessKey();
        var dueAt = Optional.ofNullable(task.getDueDate()).map(java.util.Date::toInstant);
        inbox.offered(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getProcessDefinitionId(),
                task.getProcessInstanceId(),
                gate.formKeyOf(task),
                businessKey,
                post,
                clock.instant(),
                dueAt);
        events.publishEvent(new TaskOffered(task.getId(), task.getTaskDefinitionKey(), businessKey, post, dueAt));
    }
}
