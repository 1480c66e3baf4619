package org.chuyi.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** Which tasks the modules have watched, each by one module. */
@Component
class WatchedTasks {

    private final Map<String, DeadlineReminder> reminders;
    private final Map<String, DeadlineWatch> watches;
    private final WorkCalendar calendar = WorkCalendar.stateCouncil();

    WatchedTasks(Collection<DeadlineReminder> reminders, Collection<DeadlineWatch> watches) {
        this.reminders = byKey(reminders);
        this.watches = byKey(watches);
    }

    /** When whoever holds such a task is reminded of it; empty where nobody is. */
    Optional<Instant> remindAt(String taskKey, Instant createdAt, Optional<Instant> dueAt) {
        return dueAt.filter(due -> reminders.containsKey(taskKey)).flatMap(due -> calendar.reminderOf(due, createdAt));
    }

    /** Keys of the tasks that are reported when they are overdue. */
    Set<String> reported() {
        return watches.keySet();
    }

    void tell(InboxTask task, DeadlineNotice notice) {
        switch (notice) {
            case REMINDER -> reminders.get(task.key()).remind(task);
            case REPORT -> watches.get(task.key()).report(task);
        }
    }

    private static <W extends DeadlineReminder> Map<String, W> byKey(Collection<W> watches) {
        return watches.stream()
                .flatMap(watch -> watch.taskKeys().stream().map(key -> Map.entry(key, watch)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
