package org.chuyi.workflow;

import java.util.Map;

/**
 * How much there is in each list of a person.
 *
 * @param toDoByTask open tasks by the task's id in the model
 * @param toDoByState the same by the states of {@link InboxList#TO_DO}, and how many are due {@code soon} or {@code overdue}
 * @param unread of those copied
 */
public record InboxCounts(
        Map<String, Long> toDoByTask,
        Map<String, Long> toDoByState,
        long done,
        long started,
        long copied,
        long unread) {

    public long overdue() {
        return toDoByState.getOrDefault("overdue", 0L);
    }

    public long toDo() {
        return toDoByTask.values().stream().mapToLong(Long::longValue).sum();
    }
}
