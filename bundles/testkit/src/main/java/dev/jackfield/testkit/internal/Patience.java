package dev.jackfield.testkit.internal;

import java.time.Duration;

/** How long a test waits for what should come at once. */
public final class Patience {
    private Patience() {}

    /** The system property, in whole seconds. */
    public static final String PROPERTY = "jackfield.testkit.patience";

    private static final int SECONDS = 10;

    /** Read anew each time, so that a test can have less of it. */
    public static Duration limit() {
        int seconds = Integer.getInteger(PROPERTY, SECONDS);
        if (seconds < 1) {
            throw new IllegalArgumentException(PROPERTY + ": expected at least 1 second, got " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}
