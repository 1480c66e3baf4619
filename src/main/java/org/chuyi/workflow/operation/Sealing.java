package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.CompletionSeal;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormVerdict;
import org.springframework.stereotype.Component;

/** A decision with signers after it: checked and kept, and hers from now on; carried out when the last one has agreed. */
@Component
class Sealing implements CompletionSeal {

    private final SignerRows signers;
    private final SealedRows sealed;
    private final EngineAssignments engine;
    private final TaskForms forms;
    private final FormCheck check;

    Sealing(SignerRows signers, SealedRows sealed, EngineAssignments engine, TaskForms forms, FormCheck check) {
        this.signers = signers;
        this.sealed = sealed;
        this.engine = engine;
        this.forms = forms;
        this.check = check;
    }

    @Override
    public boolean isNeeded(InboxTask task) {
        return task.awaitsSigners()
                && !signers.open(task.id(), SignerRows.Placed.AFTER).isEmpty();
    }

    @Override
    public Optional<Completion> seal(InboxTask task, Actor actor, Map<String, Object> answers) {
        if (!isNeeded(task)) {
            return Optional.empty();
        }
        List<String> waitsFor = signers.open(task.id(), SignerRows.Placed.AFTER).stream()
                .map(SignerRows.Signer::name)
                .toList();
        var verdict = forms.formOf(task).map(form -> check.check(form, answers));
        if (verdict.orElse(null) instanceof FormVerdict.Refused refused) {
            return Optional.of(new Completion.Rejected(refused.problems()));
        }
        if (!task.isClaimed()) {
            engine.give(task, actor.account());
        }
        sealed.seal(task.id(), actor, answers);
        return Optional.of(new Completion.Sealed(waitsFor));
    }
}
