package dev.jackfield.shell.internal.progress;

import java.util.ArrayDeque;

/** Octets per second, over the last {@value #SECONDS} seconds. */
final class Rate {
    private static final int SECONDS = 5;
    private static final long SPAN = SECONDS * 1_000_000_000L;

    private record Look(long nanos, long octets) {}

    private final ArrayDeque<Look> looks = new ArrayDeque<>();

    /** Begins, with what is there already and does not count. */
    void begin(long nanos, long octets) {
        looks.clear();
        looks.add(new Look(nanos, octets));
    }

    /** Looks at the counter; times must not fall. */
    void look(long nanos, long octets) {
        looks.addLast(new Look(nanos, octets));
        // The oldest one that is kept is at least that old, so that there is always something to compare with.
        while (looks.size() > 2 && second().nanos <= nanos - SPAN) {
            looks.removeFirst();
        }
    }

    /** Zero while nothing is known. */
    double perSecond() {
        long nanos = looks.getLast().nanos - looks.getFirst().nanos;
        return nanos <= 0 ? 0 : (looks.getLast().octets - looks.getFirst().octets) * 1e9 / nanos;
    }

    private Look second() {
        Look first = looks.removeFirst();
        Look second = looks.getFirst();
        looks.addFirst(first);
        return second;
    }
}
