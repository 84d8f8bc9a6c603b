package dev.jackfield.http.internal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many connections there are, busy and idle ones. One thread counts and others may look at any time: whoever looks sees
 * both numbers as they were at one moment, so that an idle connection that is closed is never taken for a busy one.
 */
final class Census {
    private static final int BITS = Integer.SIZE;

    /** Busy ones in the upper half, idle ones in the lower. Neither is ever below zero. */
    private final AtomicLong both = new AtomicLong();

    /** A connection is in the making, which is to be busy. */
    void begun() {
        add(1, 0);
    }

    /** A busy one is idle now. */
    void rested() {
        add(-1, 1);
    }

    /** An idle one is busy now. */
    void woken() {
        add(1, -1);
    }

    /** A busy one, or one in the making, is gone. */
    void busyGone() {
        add(-1, 0);
    }

    /** An idle one is gone. */
    void idleGone() {
        add(0, -1);
    }

    /** Both numbers, of one moment. */
    Count count() {
        long now = both.getOpaque();
        return new Count((int) (now >>> BITS), (int) now);
    }

    private void add(int busy, int idle) {
        both.setOpaque(both.getPlain() + ((long) busy << BITS) + idle);
    }

    /**
     * What there is at one moment.
     *
     * @param busy those with an exchange, and those in the making
     * @param idle those without one
     */
    record Count(int busy, int idle) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(busy + other.busy, idle + other.idle);
        }
    }
}
