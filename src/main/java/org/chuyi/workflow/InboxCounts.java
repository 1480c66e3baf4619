package org.chuyi.workflow;

import java.util.Map;

/**
 * How much there is in each list of a person.
 *
 * @param toDoByTask open tasks by the task's id in the model
 * @param overdue of those to do
 * @param unread of those copied
 */
public record InboxCounts(
        Map<String, Long> toDoByTask, long overdue, long done, long started, long copied, long unread) {

    public long toDo() {
        return toDoByTask.values().stream().mapToLong(Long::longValue).sum();
    }
}
