package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 催办 from the case's page, by somebody who reads it and does not work on it. The applying school does not know whose
 * step it is, and may urge from the day on which it is overdue.
 */
@Service
public class CaseUrging {

    private final OpenTasks tasks;
    private final Urging urging;
    private final OperationRecord record;
    private final Map<String, CasePages> pages;

    CaseUrging(OpenTasks tasks, Urging urging, OperationRecord record, List<CasePages> pages) {
        this.tasks = tasks;
        this.urging = urging;
        this.record = record;
        this.pages = pages.stream().collect(Collectors.toMap(CasePages::processKey, Function.identity()));
    }

    /** Whether the page offers it; the caller has checked that she reads the case. */
    @Transactional(readOnly = true)
    public boolean mayUrge(String businessKey, Actor actor) {
        return tasks.of(businessKey).stream()
                .anyMatch(task ->
                        isHers(task, actor) && urging.refusal(task, actor).isEmpty());
    }

    /** An open task of a case that she may read: what the case's page is found by. */
    @Transactional(readOnly = true)
    public Optional<InboxTask> anyTaskOf(String businessKey, Actor actor) {
        return tasks.of(businessKey).stream()
                .filter(task -> mayRead(task, actor))
                .findFirst();
    }

    @Transactional
    public OperationResult urge(String businessKey, Actor actor, String reason) {
        var wanted = Wanted.because(reason);
        var open = tasks.of(businessKey).stream()
                .flatMap(task -> tasks.lock(task.id()).stream())
                .filter(InboxTask::isOpen)
                .toList();
        if (open.stream().noneMatch(task -> mayRead(task, actor))) {
            return new OperationResult.NotFound();
        }
        if (wanted.reason().isEmpty() || wanted.reason().length() > Wanted.LONGEST_REASON) {
            return OperationResult.refused(
                    FieldProblem.of("reason", "", "workflow.operation.problem.reason", Wanted.LONGEST_REASON));
        }
        var urged = open.stream()
                .filter(task -> isHers(task, actor))
                .filter(task -> urging.refusal(task, actor).isEmpty())
                .toList();
        urged.forEach(task ->
                record.write(TaskOperation.URGE, task, actor, wanted.reason(), urging.carryOut(task, actor, wanted)));
        return urged.isEmpty()
                ? OperationResult.refused(whyNot(open, actor))
                : new OperationResult.Done(TaskOperation.URGE, urged.get(0));
    }

    /** To be urged by one who reads the case: not her own organisation's, and for a school only what is overdue. */
    private boolean isHers(InboxTask task, Actor actor) {
        return !task.personal()
                && !task.offeredTo().organisation().equals(actor.organisation())
                && (!isOfASchool(actor) || urging.isOverdue(task));
    }

    private FieldProblem whyNot(List<InboxTask> open, Actor actor) {
        return open.stream()
                .filter(task -> isHers(task, actor))
                .flatMap(task -> urging.refusal(task, actor).stream())
                .findFirst()
                .orElseGet(() -> Operation.problem("notOverdue").orElseThrow());
    }

    private boolean mayRead(InboxTask task, Actor actor) {
        return Optional.ofNullable(pages.get(task.processKey()))
                .filter(its -> its.mayOpen(task.businessKey(), actor))
                .isPresent();
    }

    private static boolean isOfASchool(Actor actor) {
        return actor.is(Role.APPLICANT) || actor.is(Role.SCHOOL_LEADER);
    }
}
