package org.chuyi.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.database.TransactionMemory;
import org.springframework.transaction.support.TransactionSynchronization;

/** What the current transaction has to record; kept among its synchronisations, so that Spring sets it aside with it. */
final class PendingLinks implements TransactionSynchronization {

    private final List<ChainLink> links = new ArrayList<>();
    private final Map<Object, Integer> countAtSavepoint = new HashMap<>();
    private boolean closed;

    static PendingLinks ofCurrentTransaction() {
        return TransactionMemory.of(PendingLinks.class, PendingLinks::new).orElseThrow();
    }

    void add(ChainLink link) {
        if (closed) {
            throw new IllegalStateException(
                    "To record " + link.action() + " takes an open transaction; this one is already committed");
        }
        links.add(link);
    }

    /** Nothing can be added from here on: a line recorded after the commit would be lost unseen. */
    List<ChainLink> close() {
        closed = true;
        List<ChainLink> all = List.copyOf(links);
        links.clear();
        return all;
    }

    @Override
    public void savepoint(Object savepoint) {
        countAtSavepoint.put(savepoint, links.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int count = countAtSavepoint.getOrDefault(savepoint, 0);
        links.subList(count, links.size()).clear();
    }

    /** Reached with lines left only when a transaction manager runs without {@link ChainedAuditTrail}. */
    @Override
    public void afterCommit() {
        if (!links.isEmpty()) {
            throw new IllegalStateException("Committed without recording " + links.size()
                    + " lines: the transaction manager does not know the audit trail");
        }
    }
}
