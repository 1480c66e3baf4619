package org.chuyi.workflow.operation;

import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.springframework.stereotype.Component;

/** 加签意见：不同意: a sealed decision comes back to its holder, and nobody else need sign what will be another. */
@Component
class Objecting extends AnsweringSigner {

    private final SignerRows signers;
    private final SealedRows sealed;
    private final HelperTasks helpers;

    Objecting(SignerRows signers, SealedRows sealed, HelperTasks helpers, OpenTasks tasks) {
        super(signers, helpers, tasks, "OBJECTED");
        this.signers = signers;
        this.sealed = sealed;
        this.helpers = helpers;
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.OBJECT;
    }

    @Override
    void then(InboxTask signed, SignerRows.Signer signer) {
        if (signer.placed() == SignerRows.Placed.AFTER) {
            sealed.remove(signed.id());
            signers.open(signed.id(), SignerRows.Placed.AFTER).forEach(other -> {
                signers.answered(other, "DROPPED");
                helpers.cancel(other.helper());
            });
        }
    }
}
