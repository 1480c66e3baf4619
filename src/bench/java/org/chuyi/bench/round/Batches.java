package org.chuyi.bench.round;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prepares much in little time: a few dozen in each transaction, on two threads. */
final class Batches {

    private static final int THREADS = 2;
    private static final int IN_ONE_TRANSACTION = 25;

    private final TransactionTemplate transaction;

    Batches(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> void each(List<T> all, Consumer<T> work) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> batches = new ArrayList<>();
            for (int from = 0; from < all.size(); from += IN_ONE_TRANSACTION) {
                var batch = all.subList(from, Math.min(from + IN_ONE_TRANSACTION, all.size()));
                batches.add(() -> {
                    transaction.executeWithoutResult(open -> batch.forEach(work));
                    return null;
                });
            }
            for (var done : threads.invokeAll(batches)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
