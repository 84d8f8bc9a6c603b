package dev.jackfield.itest.soak.count;

import java.util.concurrent.atomic.AtomicLong;

/** Tells whether a swap was being made while something was under way. One swap at a time. <i>Thread-safe.</i> */
public final class SwapClock {
    /** Odd while a swap is being made. */
    private final AtomicLong turns = new AtomicLong();

    /** A swap begins. */
    public void begin() {
        turns.incrementAndGet();
    }

    /** It has been made. */
    public void end() {
        turns.incrementAndGet();
    }

    /** A point in time. */
    public long now() {
        return turns.get();
    }

    /** Whether there was a swap, or a part of one, between that point and now. */
    public boolean swappedSince(long then) {
        return then % 2 != 0 || turns.get() != then;
    }
}
