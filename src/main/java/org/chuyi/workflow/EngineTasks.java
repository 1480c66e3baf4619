package org.chuyi.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.stereotype.Component;

/** The engine's open tasks, as the inbox would have noted them when they came up. */
@Component
class EngineTasks {

    private final TaskService tasks;
    private final RuntimeService instances;
    private final FormService forms;
    private final Accounts accounts;
    private final InboxTasks inbox;
    private final WatchedTasks watched;
    private final Clock clock;

    EngineTasks(
            TaskService tasks,
            RuntimeService instances,
            FormService forms,
            Accounts accounts,
            InboxTasks inbox,
            WatchedTasks watched,
            Clock clock) {
        this.tasks = tasks;
        this.instances = instances;
        this.forms = forms;
        this.accounts = accounts;
        this.inbox = inbox;
        this.watched = watched;
        this.clock = clock;
    }

    /** Notes a task that the inbox does not know. */
    void offerAgain(String taskId) {
        Task task = get(taskId);
        Instant created = task.getCreateTime().toInstant();
        Optional<Instant> due = dueOf(task);
        Optional<Post> offered = tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .map(Post::ofGroup)
                .findFirst();
        inbox.offered(
                taskId,
                task.getTaskDefinitionKey(),
                task.getProcessDefinitionId(),
                task.getProcessInstanceId(),
                Optional.ofNullable(forms.getTaskFormData(taskId).getCamundaFormRef())
                        .map(CamundaFormRef::getKey),
                instances
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey(),
                tasks.getVariable(taskId, "part") instanceof String part ? part : "",
                offered.orElseGet(() -> expertPostOf(task.getAssignee())),
                created,
                due,
                watched.remindAt(task.getTaskDefinitionKey(), created, due));
        assign(task);
        if (offered.isEmpty()) {
            inbox.personal(taskId);
        }
    }

    /** Takes assignee and due date from the engine. */
    void agree(String taskId) {
        Task task = get(taskId);
        assign(task);
        inbox.find(taskId).ifPresent(known -> moved(known, dueOf(task)));
    }

    /** Gives an open task another due date, here and in the inbox. */
    void moveDue(InboxTask task, Instant due) {
        if (!task.isHelp()) {
            tasks.setDueDate(task.id(), Date.from(due));
        }
        moved(task, Optional.of(due));
    }

    private void moved(InboxTask task, Optional<Instant> due) {
        inbox.due(task.id(), due, watched.remindAt(task.key(), task.createdAt(), due), clock.instant());
    }

    private static Optional<Instant> dueOf(Task task) {
        return Optional.ofNullable(task.getDueDate()).map(Date::toInstant);
    }

    private void assign(Task task) {
        inbox.assigned(
                task.getId(),
                Optional.ofNullable(task.getAssignee()),
                Optional.ofNullable(task.getOwner()),
                Optional.ofNullable(task.getLastUpdated())
                        .orElse(task.getCreateTime())
                        .toInstant());
    }

    private Task get(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).singleResult();
    }

    /** A task that the model gives to one person has no candidates: it is an expert's. */
    private Post expertPostOf(String login) {
        return accounts.find(login).map(account -> accounts.posts(account.id())).orElseThrow().stream()
                .filter(post -> post.role() == Role.EXPERT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(login + " is no expert"));
    }
}
