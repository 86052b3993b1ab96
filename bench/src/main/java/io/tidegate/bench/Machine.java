package io.tidegate.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// What the figures were measured on: enough to compare, nothing that names it.
final class Machine {
    private static final long GIB = 1L << 30;

    private Machine() {}

    /// Processors, memory, JVM and system.
    static String line() {
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB, %s %s, %s %s",
                Runtime.getRuntime().availableProcessors(),
                memoryGb(),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    private static long memoryGb() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return Math.ceilDiv(system.getTotalMemorySize(), GIB);
    }

    /// Of the last minute, everything that runs here together; negative where the system does not say.
    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
