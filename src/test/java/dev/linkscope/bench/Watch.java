package dev.linkscope.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time and processor time of this process; the latter says what one free core would do. */
public record Watch(long nanos, long cpuNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** A watch that starts now. */
    public static Watch start() {
        return new Watch(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    /** Seconds since the start. */
    public double seconds() {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /** Seconds that this process, all its threads together, has computed since the start. */
    public double cpuSeconds() {
        return (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e9;
    }
}
