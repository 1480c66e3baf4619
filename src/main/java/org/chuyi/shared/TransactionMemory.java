package org.chuyi.shared;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction keeps for itself and forgets with its end: among its synchronisations, so that Spring sets it aside
 * together with the transaction when another one comes in between.
 */
public final class TransactionMemory {

    private TransactionMemory() {}

    /** The current transaction's own, made when it first asks; empty outside a transaction. */
    public static <T extends TransactionSynchronization> Optional<T> of(Class<T> kind, Supplier<T> fresh) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        return Optional.of(TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseGet(() -> {
                    T made = fresh.get();
                    TransactionSynchronizationManager.registerSynchronization(made);
                    return made;
                }));
    }
}
