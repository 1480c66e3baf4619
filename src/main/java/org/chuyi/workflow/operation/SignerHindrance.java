package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.CompletionHindrance;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody decides before those have signed who were asked to sign first. */
@Component
@Order(20)
class SignerHindrance implements CompletionHindrance {

    private final SignerRows signers;

    SignerHindrance(SignerRows signers) {
        this.signers = signers;
    }

    @Override
    public Optional<Completion> to(InboxTask task, Actor actor) {
        if (!task.awaitsSigners()) {
            return Optional.empty();
        }
        String awaited = signers.open(task.id(), SignerRows.Placed.BEFORE).stream()
                .map(SignerRows.Signer::name)
                .collect(Collectors.joining("、"));
        return awaited.isEmpty()
                ? Optional.empty()
                : Optional.of(new Completion.Rejected(
                        List.of(FieldProblem.of("", "", "workflow.problem.signersAwaited", awaited))));
    }
}
