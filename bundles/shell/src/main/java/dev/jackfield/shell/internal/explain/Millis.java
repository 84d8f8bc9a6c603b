package dev.jackfield.shell.internal.explain;

import java.util.Locale;

/** Nanoseconds, for people to read. */
final class Millis {
    private static final double NANOS = 1_000_000;

    private Millis() {}

    /** As milliseconds with three places. */
    static String text(long nanos) {
        return String.format(Locale.ROOT, "%.3f ms", nanos / NANOS);
    }
}
