package org.chuyi.bench.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import org.chuyi.bench.Times;

/**
 * So many cases of one contender, several at a time.
 *
 * @param processor milliseconds of a case, of program and database
 */
record Lap(double casesPerSecond, Times times, double processor) {

    static Lap of(Contender contender, int cases, int together, DoubleSupplier processorSeconds) {
        contender.prepare(cases);
        String[] keys = new String[cases];
        long[] nanos = new long[cases];
        double processor = -processorSeconds.getAsDouble();
        long begun = atOnce(cases, together, each -> timed(nanos, each, () -> keys[each] = contender.begin()));
        processor += processorSeconds.getAsDouble();
        contender.between(List.of(keys));
        processor -= processorSeconds.getAsDouble();
        long finished = atOnce(cases, together, each -> timed(nanos, each, () -> contender.finish(keys[each])));
        processor += processorSeconds.getAsDouble();
        return new Lap(cases / ((begun + finished) / 1e9), Times.of(nanos), processor * 1000 / cases);
    }

    private static void timed(long[] nanos, int each, Runnable work) {
        long from = System.nanoTime();
        work.run();
        nanos[each] += System.nanoTime() - from;
    }

    /** Returns how long it took, in nanoseconds. */
    private static long atOnce(int cases, int together, IntConsumer work) {
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(together);
        Callable<Void> worker = () -> {
            for (int each = next.getAndIncrement(); each < cases; each = next.getAndIncrement()) {
                work.accept(each);
            }
            return null;
        };
        long from = System.nanoTime();
        try {
            for (var done : threads.invokeAll(java.util.Collections.nCopies(together, worker))) {
                done.get();
            }
            return System.nanoTime() - from;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    /** One after the other. */
    static List<String> alone(Contender contender, int cases) {
        List<String> keys = new ArrayList<>();
        for (int each = 0; each < cases; each++) {
            keys.add(contender.begin());
        }
        contender.between(keys);
        keys.forEach(contender::finish);
        return keys;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
