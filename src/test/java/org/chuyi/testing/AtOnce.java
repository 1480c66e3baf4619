package org.chuyi.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them was answered, in their order. */
    public static <T> List<T> press(List<? extends Callable<? extends T>> presses)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(presses.size());
        try {
            var start = new CountDownLatch(1);
            List<Future<? extends T>> running = new ArrayList<>();
            for (Callable<? extends T> press : presses) {
                running.add(pool.submit(() -> {
                    start.await();
                    return press.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<? extends T> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
