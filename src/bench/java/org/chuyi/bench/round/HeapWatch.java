package org.chuyi.bench.round;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most that was in use on this JVM's heap right after a collection: an upper bound of what was alive at once. */
public final class HeapWatch implements AutoCloseable {

    private static final long MEBIBYTE = 1 << 20;

    private final AtomicLong most = new AtomicLong();
    private final NotificationListener listener = (notification, handback) -> {
        if (GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notification.getType())) {
            var collected = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            most.accumulateAndGet(heapAfter(collected), Math::max);
        }
    };

    public HeapWatch() {
        emitters(emitter -> emitter.addNotificationListener(listener, null, null));
    }

    public long mostMebibytes() {
        return most.get() / MEBIBYTE;
    }

    /** What is alive now. */
    public static long aliveMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    private static long heapAfter(GarbageCollectionNotificationInfo collected) {
        return collected.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> isOfHeap(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private static boolean isOfHeap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(
                        each -> each.getName().equals(pool) && each.getType() == java.lang.management.MemoryType.HEAP);
    }

    private interface Change {
        void on(NotificationEmitter emitter) throws Exception;
    }

    private static void emitters(Change change) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            try {
                change.on((NotificationEmitter) collector);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        emitters(emitter -> emitter.removeNotificationListener(listener));
    }
}
