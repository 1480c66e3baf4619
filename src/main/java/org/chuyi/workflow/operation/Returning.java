package org.chuyi.workflow.operation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 退回 to an earlier step; to the applicant it goes by the form, which lists what has to be corrected. */
@Component
class Returning implements Operation {

    private final ReturnRules rules;
    private final TokenMoves tokens;
    private final OpenTasks tasks;
    private final Clock clock;

    Returning(ReturnRules rules, TokenMoves tokens, OpenTasks tasks, Clock clock) {
        this.rules = rules;
        this.tokens = tokens;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.RETURN;
    }

    @Override
    public boolean concerns(InboxTask task, Actor actor) {
        return task.isOfferedTo(actor) && !task.isHelp();
    }

    @Override
    public Optional<FieldProblem> refusal(InboxTask task, Actor actor) {
        return HolderRules.hers(task, actor)
                .or(() -> steps(task, actor).isEmpty() ? Operation.problem("noReturn") : Optional.empty());
    }

    @Override
    public List<String> steps(InboxTask task, Actor actor) {
        return rules.of(task).map(its -> its.returnsFrom(task)).orElse(List.of());
    }

    @Override
    public Effect carryOut(InboxTask task, Actor actor, Wanted wanted) {
        var variables = rules.of(task).orElseThrow().putBack(task, wanted.step(), actor, clock.instant());
        tokens.back(task, wanted.step(), Stream.empty(), variables);
        var begun = tasks.of(task.businessKey());
        return new Effect(
                "",
                Set.of(),
                begun.stream().map(InboxTask::offeredTo).distinct().toList(),
                begun.isEmpty() ? "/inbox" : Effect.pageOf(begun.get(0).id()));
    }
}
