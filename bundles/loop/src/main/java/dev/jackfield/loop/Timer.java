package dev.jackfield.loop;

import dev.jackfield.loop.internal.Durations;
import java.time.Duration;
import java.util.Objects;

/**
 * An inactivity timer that is cheap to restart: {@link #touch()} writes one field, and the loop's timer is armed at
 * most once per limit, however often activity is seen.
 *
 * <p>It fires no earlier than the limit after the last touch, by the loop's clock, and at most a few milliseconds later.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Timer {
    private static final Guard NOT_ARMED = () -> {};

    private final Loop loop;
    private final Runnable expired;
    private long limit;
    private long touched;
    private boolean running;
    private Guard armed = NOT_ARMED;
    private long armedFor;

    /**
     * A timer at rest.
     *
     * @param loop whose clock it follows
     * @param expired runs on the loop when the limit has passed; the timer is at rest then
     */
    public Timer(Loop loop, Runnable expired) {
        this.loop = Objects.requireNonNull(loop, "loop");
        this.expired = Objects.requireNonNull(expired, "expired");
    }

    /**
     * Starts, or starts again, the wait.
     *
     * @param newLimit without a touch until it fires; more than zero
     */
    public void start(Duration newLimit) {
        if (newLimit.isNegative() || newLimit.isZero()) {
            throw new IllegalArgumentException("Expected an inactivity limit above zero, got " + newLimit);
        }
        limit = Durations.nanos(newLimit);
        touched = loop.nanoTime();
        running = true;
        // Armed too early does no harm, because it is armed again then; armed too late would.
        if (armed == NOT_ARMED || touched + limit - armedFor < 0) {
            armed.close();
            arm(limit);
        }
    }

    /** Activity was seen: the wait begins anew. */
    public void touch() {
        touched = loop.nanoTime();
    }

    /** Rests. The loop's own timer may stay armed so that the next start costs nothing; {@link #close()} ends it. */
    public void rest() {
        running = false;
    }

    /** Rests and leaves nothing armed. */
    public void close() {
        running = false;
        armed.close();
        armed = NOT_ARMED;
    }

    private void arm(long nanos) {
        armedFor = loop.nanoTime() + nanos;
        armed = loop.after(Duration.ofNanos(nanos), this::check);
    }

    private void check() {
        armed = NOT_ARMED;
        if (!running) {
            return;
        }
        long left = touched + limit - loop.nanoTime();
        if (left > 0) {
            arm(left);
            return;
        }
        running = false;
        expired.run();
    }
}
