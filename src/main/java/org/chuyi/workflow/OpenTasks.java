package org.chuyi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Post;
import org.springframework.stereotype.Component;

/** Tasks for the system itself, which asks nobody's permission: reminders and escalations. */
@Component
public class OpenTasks {

    private final InboxTasks tasks;

    OpenTasks(InboxTasks tasks) {
        this.tasks = tasks;
    }

    public List<InboxTask> of(String businessKey, String taskKey) {
        return tasks.openOf(businessKey).stream()
                .filter(task -> task.key().equals(taskKey))
                .toList();
    }

    public Optional<InboxTask> find(String taskId) {
        return tasks.find(taskId);
    }

    /** For an operation on it: the row is locked until the transaction ends. */
    public Optional<InboxTask> lock(String taskId) {
        return tasks.lock(taskId);
    }

    public List<InboxTask> of(String businessKey) {
        return tasks.openOf(businessKey);
    }

    /** Every task that the case has had, in the order they came up. */
    public List<InboxTask> ever(String businessKey) {
        return tasks.of(businessKey);
    }

    /** Whether anybody was reminded of that deadline of the case. */
    public boolean wasReminded(String businessKey, Instant dueAt) {
        return tasks.wasReminded(businessKey, dueAt);
    }

    /** Posts whose holders have completed that task of the case. */
    public List<Post> postsThatDid(String businessKey, String taskKey) {
        return tasks.of(businessKey).stream()
                .filter(task -> task.key().equals(taskKey) && task.state() == InboxTask.State.DONE)
                .map(InboxTask::offeredTo)
                .distinct()
                .toList();
    }
}
