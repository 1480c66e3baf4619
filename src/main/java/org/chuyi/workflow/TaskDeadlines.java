package org.chuyi.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deadlines of tasks, and reminders and reports of those that are watched. Each is told in the transaction in which its
 * row is locked and marked, so that two sweeps at once, or the same one again, tell nothing twice.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskDeadlines {

    private static final int SLICE = 200;

    private final InboxTasks tasks;
    private final EngineTasks engineTasks;
    private final WatchedTasks watched;
    private final RuntimeService engine;
    private final Clock clock;
    private final TransactionTemplate apart;

    TaskDeadlines(
            InboxTasks tasks,
            EngineTasks engineTasks,
            WatchedTasks watched,
            RuntimeService engine,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.engineTasks = engineTasks;
        this.watched = watched;
        this.engine = engine;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Tells a slice of what is to be told by now.
     *
     * @return whether there may be more
     */
    public boolean tellSlice() {
        Instant now = clock.instant();
        List<InboxTask> soon = tasks.toRemind(now, SLICE);
        soon.forEach(task -> tellOrHandOver(task, DeadlineNotice.REMINDER));
        List<InboxTask> late = tasks.toReport(watched.reported(), now, SLICE);
        late.forEach(task -> {
            tasks.overdue(task.id(), now);
            tellOrHandOver(task, DeadlineNotice.REPORT);
        });
        return soon.size() == SLICE || late.size() == SLICE;
    }

    /** What could not be told when it was due; nothing of a task that is done, no reminder of one that is overdue. */
    public void tellLater(String taskId, DeadlineNotice notice) {
        tasks.lock(taskId)
                .filter(InboxTask::isOpen)
                .filter(task -> notice == DeadlineNotice.REPORT || isAhead(task))
                .ifPresent(task -> tell(task, notice));
    }

    /** Gives the open tasks of these cases another deadline, of which their holders are told anew. */
    public void move(Collection<String> businessKeys, Instant due) {
        tasks.openOf(businessKeys).forEach(task -> engineTasks.moveDue(task, due));
    }

    /** A notice that fails is undone alone and becomes a job of its own, so that the others are told all the same. */
    private void tellOrHandOver(InboxTask task, DeadlineNotice notice) {
        try {
            apart.executeWithoutResult(savepoint -> tell(task, notice));
        } catch (RuntimeException failed) {
            tasks.handedOver(task.id());
            engine.startProcessInstanceByMessage(
                    DeadlineWatchProcess.NOTICE_FAILED,
                    task.id(),
                    Map.of(DeadlineWatchProcess.DEADLINE_NOTICE, notice.name()));
        }
    }

    private void tell(InboxTask task, DeadlineNotice notice) {
        watched.tell(task, notice);
        if (notice == DeadlineNotice.REMINDER) {
            tasks.reminded(task.id(), clock.instant());
        }
    }

    private boolean isAhead(InboxTask task) {
        return task.dueAt().filter(clock.instant()::isBefore).isPresent();
    }
}
