package org.chuyi.workflow.operation;

import org.chuyi.workflow.TaskOperation;
import org.springframework.stereotype.Component;

/** 前加签: she signs first, the holder reads it and decides. */
@Component
class AddingSignerBefore extends AddingSigner {

    AddingSignerBefore(SignerRows signers, HelperTasks helpers, Colleagues colleagues, TaskPages pages) {
        super(TaskOperation.ADD_SIGNER_BEFORE, SignerRows.Placed.BEFORE, signers, helpers, colleagues, pages);
    }
}
