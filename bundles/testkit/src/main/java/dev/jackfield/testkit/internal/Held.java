package dev.jackfield.testkit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;

/**
 * What a thread did instead of going on.
 *
 * @param waits how often it slept, was parked, or waited to be notified
 * @param idle nanoseconds in which it held no processor
 */
public record Held(long waits, long idle) {
    /** Nothing yet. */
    public static final Held NOT = new Held(0, 0);

    private static final long MOST_IDLE = TimeUnit.MILLISECONDS.toNanos(50);

    /** Less at a time is what an operating system gives another program before it comes back. */
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(10);

    /** Of the calling thread, to compare with. */
    public static Held untilNow() {
        return new Held(Waits.count(), System.nanoTime() - Waits.cpuTime());
    }

    /** Of the calling thread, while it does this. */
    public static Held during(Runnable what) {
        Held before = untilNow();
        what.run();
        return untilNow().since(before);
    }

    /** What has come on top. */
    public Held since(Held before) {
        return new Held(waits - before.waits, idle - before.idle);
    }

    /** Both, one after the other. */
    public Held plus(Held other) {
        return new Held(waits + other.waits, idle + other.idle);
    }

    /** Of a short stretch: without what other programs do to a thread that does not wait. Many such would add up. */
    public Held withoutSlices() {
        return idle < SLICE ? new Held(waits, 0) : this;
    }

    /** The better of two times, for other programs may hold a thread up. */
    public Held orLess(Held other) {
        return new Held(Math.min(waits, other.waits), Math.min(idle, other.idle));
    }

    /** Whether this is no more than other programs do to a thread. */
    public boolean isNothing() {
        return waits == 0 && idle < MOST_IDLE;
    }

    /** Fails if it is more than that. */
    public void assertNothing(String when) {
        assertEquals(0, waits, "Times that the loop's thread slept or was parked " + when);
        assertTrue(
                isNothing(),
                () -> "The loop's thread did nothing for " + TimeUnit.NANOSECONDS.toMillis(idle) + " ms " + when
                        + ", though it did not wait in Java: it called something that blocks");
    }
}
