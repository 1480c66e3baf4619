package org.chuyi.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reminders and reports of the tasks that modules have watched; the engine's timers say when. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskDeadlines {

    private final InboxTasks tasks;
    private final RuntimeService engine;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, DeadlineWatch> watches;
    private final WorkCalendar calendar = WorkCalendar.stateCouncil();

    TaskDeadlines(
            InboxTasks tasks,
            RuntimeService engine,
            ApplicationEventPublisher events,
            Clock clock,
            Collection<DeadlineWatch> watches) {
        this.tasks = tasks;
        this.engine = engine;
        this.events = events;
        this.clock = clock;
        this.watches = watches.stream()
                .flatMap(watch -> watch.taskKeys().stream().map(key -> Map.entry(key, watch)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @EventListener
    void on(TaskOffered task) {
        if (task.dueAt().isPresent() && watches.containsKey(task.key())) {
            engine.startProcessInstanceByKey(TaskDeadlineProcess.KEY, task.taskId());
        }
    }

    /**
     * 09:00 of the second workday before the last one or, where the task has come up later, of the last day; the deadline
     * itself where that is too late too, since then nobody needs a reminder.
     */
    public Instant remindAt(String taskId) {
        InboxTask task = tasks.find(taskId).orElseThrow();
        Instant due = dueAt(taskId);
        return Stream.of(calendar.reminderOf(due), WorkCalendar.reminderOn(WorkCalendar.lastDayBefore(due)))
                .filter(task.createdAt()::isBefore)
                .findFirst()
                .orElse(due);
    }

    public Instant dueAt(String taskId) {
        return tasks.find(taskId).flatMap(InboxTask::dueAt).orElseThrow();
    }

    /** Nothing for a task that is done, or already due. */
    public void remind(String taskId) {
        open(taskId)
                .filter(task -> clock.instant().isBefore(task.dueAt().orElseThrow()))
                .ifPresent(task -> events.publishEvent(new TaskDueSoon(task)));
    }

    /** Marks it and reports it; nothing for a task that is done. */
    public void escalate(String taskId) {
        open(taskId).ifPresent(task -> {
            tasks.overdue(taskId, clock.instant());
            events.publishEvent(new TaskOverdue(task, watches.get(task.key()).reportOf(task)));
        });
    }

    /** Locked, so that one that is being done at this moment is waited for. */
    private Optional<InboxTask> open(String taskId) {
        return tasks.lock(taskId).filter(InboxTask::isOpen);
    }
}
