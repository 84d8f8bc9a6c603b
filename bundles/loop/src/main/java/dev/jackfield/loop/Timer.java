package dev.jackfield.loop;

import dev.jackfield.loop.internal.Durations;
import java.time.Duration;
import java.util.Objects;

/**
 * An inactivity timer that is cheap to restart: {@link #touch()} writes one field, and the loop's timer is armed at
 * most once per limit, however often activity is seen.
 *
 * <p>It fires no earlier than the limit after the last touch and, being coarse, at most a few milliseconds later.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Timer {
    private static final Guard NOT_ARMED = () -> {};

    private final Loop loop;
    private final long limit;
    private final Runnable expired;
    private long touched;
    private boolean running;
    private Guard armed = NOT_ARMED;

    /**
     * A timer at rest.
     *
     * @param loop whose clock it follows
     * @param limit without a touch until it fires; more than zero
     * @param expired runs on the loop when the limit has passed; the timer is at rest then
     */
    public Timer(Loop loop, Duration limit, Runnable expired) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("Expected an inactivity limit above zero, got " + limit);
        }
        this.loop = Objects.requireNonNull(loop, "loop");
        this.limit = Durations.nanos(limit);
        this.expired = Objects.requireNonNull(expired, "expired");
    }

    /** Starts, or starts again, the wait. */
    public void start() {
        touched = loop.nanoTime();
        running = true;
        if (armed == NOT_ARMED) {
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
