package dev.jackfield.itest.parity.families.exchange;

import dev.jackfield.testkit.ManualLoops;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The one loop of an exchange, which turns until something is the case. */
public final class TurnedLoop extends ManualLoops {
    private static final Duration STEP = Duration.ofMillis(1);

    /** Lets time pass until something is the case, or so much has passed. */
    public boolean until(BooleanSupplier done, Duration atMost) {
        long end = nanoTime() + atMost.toNanos();
        manual().settle();
        while (!done.getAsBoolean() && nanoTime() < end) {
            manual().advance(STEP);
            manual().settle();
        }
        return done.getAsBoolean();
    }

    void after(long millis, Runnable task) {
        after(Duration.ofMillis(millis), task);
    }
}
