package org.chuyi.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
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
    private final WatchedTasks watched;
    private final Accounts accounts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TaskEvents(
            InboxTasks inbox,
            TaskGate gate,
            WatchedTasks watched,
            Accounts accounts,
            Clock clock,
            ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.gate = gate;
        this.watched = watched;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> offered(task);
            case TaskListener.EVENTNAME_ASSIGNMENT ->
                inbox.assigned(
                        task.getId(),
                        Optional.ofNullable(task.getAssignee()),
                        Optional.ofNullable(task.getOwner()),
                        clock.instant());
            case TaskListener.EVENTNAME_COMPLETE -> gate.pass(task);
            case TaskListener.EVENTNAME_DELETE -> inbox.cancelled(task.getId());
            default -> {}
        }
    }

    private void offered(DelegateTask task) {
        Optional<Account> person = personOf(task);
        Post post = person.map(this::expertPostOf).orElseGet(() -> postOf(task));
        String part = TaskGate.partOf(task);
        String businessKey = task.getExecution().getProcessBusinessKey();
        Instant now = clock.instant();
        var dueAt = Optional.ofNullable(task.getDueDate()).map(java.util.Date::toInstant);
        inbox.offered(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getProcessDefinitionId(),
                task.getProcessInstanceId(),
                gate.formKeyOf(task),
                businessKey,
                part,
                post,
                now,
                dueAt,
                watched.remindAt(task.getTaskDefinitionKey(), now, dueAt));
        person.ifPresent(to -> inbox.personal(task.getId()));
        events.publishEvent(new TaskOffered(
                task.getId(), task.getTaskDefinitionKey(), businessKey, part, post, person.map(Account::id), dueAt));
    }

    /** A task that the model gives to one person has an assignee from the start and no candidates. */
    private Optional<Account> personOf(DelegateTask task) {
        return Optional.ofNullable(task.getAssignee())
                .map(login -> accounts.find(login).orElseThrow());
    }

    private Post expertPostOf(Account person) {
        return accounts.posts(person.id()).stream()
                .filter(post -> post.role() == Role.EXPERT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(person.login() + " is no expert"));
    }

    private static Post postOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .map(Post::ofGroup)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Task " + task.getTaskDefinitionKey() + " is offered to nobody"));
    }
}
