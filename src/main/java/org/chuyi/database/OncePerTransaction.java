package org.chuyi.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Values that one transaction reads once, however often it asks: for what it does not write, or forgets when it does.
 */
public final class OncePerTransaction implements TransactionSynchronization {

    private final Map<Object, Object> values = new HashMap<>();

    private OncePerTransaction() {}

    /** @param key of a type that nobody else uses, e.g. the caller's own record */
    @SuppressWarnings("unchecked")
    public static <K, V> V read(K key, Function<K, V> reading) {
        var memory = TransactionMemory.of(OncePerTransaction.class, OncePerTransaction::new);
        if (memory.isEmpty()) {
            return reading.apply(key);
        }
        var values = memory.get().values;
        if (!values.containsKey(key)) {
            values.put(key, reading.apply(key));
        }
        return (V) values.get(key);
    }

    public static void forget(Object key) {
        TransactionMemory.of(OncePerTransaction.class, OncePerTransaction::new)
                .ifPresent(memory -> memory.values.remove(key));
    }

    @Override
    public void savepointRollback(Object savepoint) {
        values.clear();
    }
}
