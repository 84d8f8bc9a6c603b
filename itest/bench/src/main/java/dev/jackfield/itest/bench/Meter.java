package dev.jackfield.itest.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What this process has used so far. */
public record Meter(long bytes, long cpuNanos, long wallNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public static Meter now() {
        return new Meter(allocated(), SYSTEM.getProcessCpuTime(), System.nanoTime());
    }

    /** What was used since, for a number of requests. */
    public Round round(long requests) {
        Meter now = now();
        return new Round(requests, now.cpuNanos - cpuNanos, now.wallNanos - wallNanos, now.bytes - bytes);
    }

    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
