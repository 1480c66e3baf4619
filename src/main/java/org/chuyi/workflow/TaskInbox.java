package org.chuyi.workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.chuyi.organisation.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way through which a task is completed, from the portal, the API or in bulk. */
@Service
public class TaskInbox {

    private static final int ATTEMPTS = 5;

    private final InboxTasks tasks;
    private final CompletedRequests requests;
    private final TaskService engine;
    private final CurrentCompletion current;
    private final List<CompletionHindrance> hindrances;
    private final List<CompletionSeal> seals;
    private final TransactionTemplate transaction;

    TaskInbox(
            InboxTasks tasks,
            CompletedRequests requests,
            TaskService engine,
            CurrentCompletion current,
            List<CompletionHindrance> hindrances,
            List<CompletionSeal> seals,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.requests = requests;
        this.engine = engine;
        this.current = current;
        this.hindrances = hindrances;
        this.seals = seals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The task, if this person may see it: it is or was offered to a post that she holds, or she leads those who do. */
    public Optional<InboxTask> find(String taskId, Actor actor) {
        return tasks.find(taskId).filter(task -> task.isOfferedTo(actor) || Superiors.isAbove(actor, task));
    }

    /** The open task of a case that is offered to the actor, if there is one. */
    public Optional<InboxTask> openTaskOf(String businessKey, Actor actor) {
        return tasks.openOf(businessKey).stream()
                .filter(task -> task.isOfferedTo(actor))
                .sorted(Comparator.comparing(InboxTask::isHelp))
                .findFirst();
    }

    /** What keeps her from completing an open task that she sees; empty when she may. */
    public Optional<Completion> hindranceTo(InboxTask task, Actor actor) {
        if (!task.isOfferedTo(actor)) {
            return Optional.of(new Completion.NotFound());
        }
        return hindrances.stream()
                .flatMap(each -> each.to(task, actor).stream())
                .findFirst();
    }

    /**
     * Completes a task in one transaction with the aggregate's change, the engine's step and the record.
     *
     * @param requestKey the same key again, by the same person, gets the first answer and changes nothing
     */
    public Completion complete(String taskId, Actor actor, Map<String, Object> answers, Optional<String> requestKey) {
        for (int attempt = 1; ; attempt++) {
            try {
                boolean again = attempt > 1;
                return transaction.execute(status -> {
                    if (again) {
                        tasks.waitForTurn(taskId);
                    }
                    return completeOnce(taskId, actor, answers, requestKey);
                });
            } catch (OptimisticLockingException aNeighbourMoved) {
                // Partners who answer at the same moment share the engine's counter; the later ones try again, in turn.
                if (attempt == ATTEMPTS) {
                    throw aNeighbourMoved;
                }
            } catch (RuntimeException failure) {
                return Rejections.in(failure)
                        .<Completion>map(rejected -> new Completion.Rejected(rejected.problems()))
                        .orElseThrow(() -> failure);
            }
        }
    }

    private Completion completeOnce(
            String taskId, Actor actor, Map<String, Object> answers, Optional<String> requestKey) {
        var task = tasks.lock(taskId).filter(found -> found.isOfferedTo(actor));
        if (task.isEmpty()) {
            return new Completion.NotFound();
        }
        if (!task.get().isOpen()) {
            return requestKey
                    .flatMap(key -> requests.answerTo(actor.account(), key, task.get()))
                    .orElseGet(() -> whoWasFirst(task.get()));
        }
        var hindrance = hindranceTo(task.get(), actor);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        var sealed = seals.stream()
                .flatMap(each -> each.seal(task.get(), actor, answers).stream())
                .findFirst();
        if (sealed.isPresent()) {
            return sealed.get();
        }
        String outcome = current.with(actor, answers, () -> engine.complete(taskId));
        requestKey.ifPresent(key -> requests.answered(actor.account(), key, taskId, outcome));
        return new Completion.Completed(task.get().businessKey(), outcome);
    }

    private static Completion whoWasFirst(InboxTask task) {
        return task.completedAt()
                .<Completion>map(
                        at -> new Completion.AlreadyDone(task.completedByName().orElse(""), at))
                .orElseGet(Completion.Cancelled::new);
    }
}
