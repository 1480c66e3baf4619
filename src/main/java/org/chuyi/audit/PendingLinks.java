package org.chuyi.audit;

import org.chuyi.database.TransactionMemory;
import org.chuyi.database.UntilCommit;

/** What the current transaction has to record; kept among its synchronisations, so that Spring sets it aside with it. */
final class PendingLinks extends UntilCommit<ChainLink> {

    static PendingLinks ofCurrentTransaction() {
        return TransactionMemory.of(PendingLinks.class, PendingLinks::new).orElseThrow();
    }
}
