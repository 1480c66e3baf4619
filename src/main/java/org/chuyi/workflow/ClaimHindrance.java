package org.chuyi.workflow;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who has claimed a task completes it alone; what a colleague has for an opinion waits for it. */
@Component
@Order(10)
class ClaimHindrance implements CompletionHindrance {

    @Override
    public Optional<Completion> to(InboxTask task, Actor actor) {
        String holder = task.assigneeName().orElse("");
        if (task.isHelp()) {
            return Optional.of(rejected("workflow.problem.opinionOnly"));
        }
        if (task.isDelegated()) {
            return Optional.of(rejected("workflow.problem.delegated", holder));
        }
        return task.isHeldByAnother(actor) ? Optional.of(new Completion.ClaimedBy(holder)) : Optional.empty();
    }

    private static Completion rejected(String code, Object... arguments) {
        return new Completion.Rejected(List.of(FieldProblem.of("", "", code, arguments)));
    }
}
