package org.chuyi.workflow.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to every operation on a task: the rule, the step, the record and the notices in one transaction. */
@Service
public class TaskOperations {

    private final OpenTasks tasks;
    private final OperationRecord record;
    private final Map<TaskOperation, Operation> operations;
    private final SealedDecisions sealed;
    private final TransactionTemplate transaction;

    TaskOperations(
            OpenTasks tasks,
            OperationRecord record,
            List<Operation> operations,
            SealedDecisions sealed,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.record = record;
        this.operations = operations.stream().collect(Collectors.toMap(Operation::kind, Function.identity()));
        this.sealed = sealed;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the person may do to the task now.
     *
     * @param people whom it may concern; empty where it concerns nobody else
     * @param steps to which it may go back, by their ids in the model
     */
    public record Offer(TaskOperation operation, List<Choice> people, List<String> steps) {}

    public record Choice(String value, String name) {}

    @Transactional(readOnly = true)
    public List<Offer> offers(InboxTask task, Actor actor) {
        return operations.values().stream()
                .filter(operation -> operation.concerns(task, actor))
                .filter(operation -> operation.refusal(task, actor).isEmpty())
                .sorted(Comparator.comparing(Operation::kind))
                .map(operation -> new Offer(
                        operation.kind(),
                        operation.choices(task, actor).stream()
                                .map(choice -> new Choice(choice.value(), choice.name()))
                                .toList(),
                        operation.steps(task, actor)))
                .toList();
    }

    public OperationResult perform(TaskOperation kind, String taskId, Actor actor, Wanted wanted) {
        try {
            var result = transaction.execute(status -> performOnce(kind, taskId, actor, wanted));
            if (result instanceof OperationResult.Done done) {
                sealed.carryOutIfSigned(done.task().helps().orElse(taskId));
            }
            return result;
        } catch (TaskRejected rejected) {
            return new OperationResult.Refused(rejected.problems());
        } catch (OptimisticLockingFailureException moved) {
            return new OperationResult.Refused(
                    List.of(FieldProblem.of("", "", "workflow.operation.problem.movedMeanwhile")));
        }
    }

    private OperationResult performOnce(TaskOperation kind, String taskId, Actor actor, Wanted wanted) {
        Operation operation = operations.get(kind);
        Optional<InboxTask> found = operation == null
                ? Optional.empty()
                : tasks.lock(taskId).filter(task -> operation.concerns(task, actor));
        if (found.isEmpty()) {
            return new OperationResult.NotFound();
        }
        InboxTask task = found.get();
        return refusal(operation, task, actor, wanted)
                .<OperationResult>map(OperationResult::refused)
                .orElseGet(() -> {
                    Effect effect = operation.carryOut(task, actor, wanted);
                    record.write(kind, task, actor, wanted.reason(), effect);
                    return new OperationResult.Done(kind, task);
                });
    }

    private static Optional<FieldProblem> refusal(Operation operation, InboxTask task, Actor actor, Wanted wanted) {
        return operation
                .refusal(task, actor)
                .or(() -> reasonMissing(operation, wanted))
                .or(() -> notAChoice(operation, task, actor, wanted));
    }

    private static Optional<FieldProblem> reasonMissing(Operation operation, Wanted wanted) {
        boolean fits = wanted.reason().length() <= Wanted.LONGEST_REASON
                && !(operation.kind().needsReason() && wanted.reason().isEmpty());
        return fits
                ? Optional.empty()
                : Optional.of(
                        FieldProblem.of("reason", "", "workflow.operation.problem.reason", Wanted.LONGEST_REASON));
    }

    private static Optional<FieldProblem> notAChoice(Operation operation, InboxTask task, Actor actor, Wanted wanted) {
        var choices = operation.choices(task, actor);
        var steps = operation.steps(task, actor);
        if (!choices.isEmpty()
                && choices.stream().noneMatch(choice -> choice.value().equals(wanted.to()))) {
            return Optional.of(FieldProblem.of("to", "", "workflow.operation.problem.to"));
        }
        return !steps.isEmpty() && !steps.contains(wanted.step())
                ? Optional.of(FieldProblem.of("step", "", "workflow.operation.problem.step"))
                : Optional.empty();
    }
}
