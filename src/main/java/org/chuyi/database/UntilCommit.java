package org.chuyi.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;

/** What one transaction collects, to write it in one go before its commit; what came after a savepoint goes with it. */
public abstract class UntilCommit<T> implements TransactionSynchronization {

    private final List<T> collected = new ArrayList<>();
    private final Map<Object, Integer> countAtSavepoint = new HashMap<>();
    private boolean closed;

    public final void add(T one) {
        if (closed) {
            throw new IllegalStateException("Too late: the transaction is already committed");
        }
        collected.add(one);
    }

    /** All of it. Nothing can be added from here on: it would be lost unseen. */
    public final List<T> close() {
        closed = true;
        List<T> all = List.copyOf(collected);
        collected.clear();
        return all;
    }

    @Override
    public final void savepoint(Object savepoint) {
        countAtSavepoint.put(savepoint, collected.size());
    }

    @Override
    public final void savepointRollback(Object savepoint) {
        int count = countAtSavepoint.getOrDefault(savepoint, 0);
        collected.subList(count, collected.size()).clear();
    }

    /** Reached with something left only where nobody has come to write it. */
    @Override
    public final void afterCommit() {
        if (!collected.isEmpty()) {
            throw new IllegalStateException("Committed without writing " + collected.size() + " of "
                    + getClass().getSimpleName());
        }
    }
}
