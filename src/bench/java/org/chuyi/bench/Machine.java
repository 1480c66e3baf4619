package org.chuyi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a figure was measured on. */
public record Machine(int cores, long memoryBytes, String jdk, String system, String heap) {

    static Machine present() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d cores, %.1f GiB, %s, %s, heap of the measuring JVM at most %s",
                cores,
                memoryBytes / 1024.0 / 1024 / 1024,
                jdk,
                system,
                heap);
    }
}
