package dev.jackfield.testkit.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How often the calling thread has waited: slept, parked, or waited for a monitor to be notified. */
public final class Waits {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Waits() {}

    /** Since the thread began; a contended monitor is left out, for that may be somebody else's doing. */
    public static long count() {
        return THREADS.getThreadInfo(Thread.currentThread().getId()).getWaitedCount();
    }

    /** Nanoseconds that the calling thread has held a processor. */
    public static long cpuTime() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
