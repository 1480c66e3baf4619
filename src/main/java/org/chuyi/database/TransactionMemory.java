package org.chuyi.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction keeps for itself and forgets with its end; set aside with it while another one comes in between.
 */
public final class TransactionMemory {

    private TransactionMemory() {}

    /** The current transaction's own, made when it first asks; empty outside a transaction. */
    public static <T extends TransactionSynchronization> Optional<T> of(Class<T> kind, Supplier<T> fresh) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        T known = kind.cast(TransactionSynchronizationManager.getResource(kind));
        if (known == null) {
            known = fresh.get();
            TransactionSynchronizationManager.registerSynchronization(known);
            TransactionSynchronizationManager.registerSynchronization(new Bound(kind, known));
            TransactionSynchronizationManager.bindResource(kind, known);
        }
        return Optional.of(known);
    }

    private record Bound(Class<?> kind, Object memory) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(kind);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(kind, memory);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(kind);
        }
    }
}
