package org.chuyi.workflow.operation;

import org.chuyi.workflow.TaskOperation;
import org.springframework.stereotype.Component;

/** 后加签: the holder decides, and it takes effect when she has agreed. */
@Component
class AddingSignerAfter extends AddingSigner {

    AddingSignerAfter(SignerRows signers, HelperTasks helpers, Colleagues colleagues, TaskPages pages) {
        super(TaskOperation.ADD_SIGNER_AFTER, SignerRows.Placed.AFTER, signers, helpers, colleagues, pages);
    }
}
