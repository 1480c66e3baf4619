package org.chuyi.workflow.operation;

import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOperation;
import org.springframework.stereotype.Component;

/** 加签意见：同意; after the last one {@link SealedDecisions} carries out what was sealed. */
@Component
class Signing extends AnsweringSigner {

    Signing(SignerRows signers, HelperTasks helpers, OpenTasks tasks) {
        super(signers, helpers, tasks, "SIGNED");
    }

    @Override
    public TaskOperation kind() {
        return TaskOperation.SIGN;
    }

    @Override
    void then(InboxTask signed, SignerRows.Signer signer) {}
}
