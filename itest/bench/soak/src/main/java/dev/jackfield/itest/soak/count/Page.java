package dev.jackfield.itest.soak.count;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/** What is known of some requests, in a few octets for each. <i>Thread-safe.</i> */
final class Page {
    static final int SIZE = 1 << 14;

    /** An origin may see a request this often before the count would spoil what stands above it. */
    private static final int SEEN = 0xffff;

    private static final int COMPLETED = 1 << 16;
    private static final int FAILED = 1 << 17;
    private static final int EXCUSED = 1 << 18;

    private final AtomicIntegerArray states = new AtomicIntegerArray(SIZE);
    private final AtomicLongArray begun = new AtomicLongArray(SIZE);
    private final AtomicLongArray swaps = new AtomicLongArray(SIZE);

    void begin(int slot, long nanos, long swapsSoFar) {
        begun.set(slot, nanos);
        swaps.set(slot, swapsSoFar);
    }

    long begun(int slot) {
        return begun.get(slot);
    }

    long swaps(int slot) {
        return swaps.get(slot);
    }

    void seen(int slot) {
        states.getAndUpdate(slot, state -> (state & SEEN) == SEEN ? state : state + 1);
    }

    /** Returns false if it had ended before. */
    boolean complete(int slot) {
        return end(slot, COMPLETED);
    }

    /** Returns false if it had ended before. */
    boolean fail(int slot, boolean excused) {
        return end(slot, excused ? FAILED | EXCUSED : FAILED);
    }

    boolean ended(int slot) {
        return (states.get(slot) & (COMPLETED | FAILED)) != 0;
    }

    boolean excused(int slot) {
        return (states.get(slot) & EXCUSED) != 0;
    }

    boolean lost(int slot) {
        int state = states.get(slot);
        boolean answered = (state & COMPLETED) != 0 && (state & SEEN) > 0;
        return !answered && (state & EXCUSED) == 0;
    }

    boolean doubled(int slot) {
        return (states.get(slot) & SEEN) > 1;
    }

    private boolean end(int slot, int how) {
        int before = states.getAndUpdate(slot, state -> (state & (COMPLETED | FAILED)) != 0 ? state : state | how);
        return (before & (COMPLETED | FAILED)) == 0;
    }
}
