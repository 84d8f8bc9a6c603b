package dev.jackfield.loop.internal;

import java.time.Duration;

/** Durations as nanoseconds, without overflow. */
public final class Durations {
    /** About 146 years: far enough never to come, near enough to be added to a clock reading. */
    private static final long FOREVER = Long.MAX_VALUE / 2;

    private Durations() {}

    /** The length in nanoseconds, cut to what can safely be added to {@link System#nanoTime()}. */
    public static long nanos(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        try {
            return Math.min(duration.toNanos(), FOREVER);
        } catch (ArithmeticException tooLong) {
            return FOREVER;
        }
    }
}
