package dev.jackfield.testkit.internal.layer;

import java.util.stream.IntStream;

/** Where to cut: everywhere, unless there is so much that it would take too long. */
final class Places {
    /** Up to here, every place is tried. */
    static final int ALL = 300;

    /** How many places are tried behind. */
    static final int BEHIND = 40;

    private Places() {}

    /** From 0 to the length, both included. */
    static int[] upTo(int length) {
        IntStream all = IntStream.rangeClosed(0, Math.min(length, ALL));
        int rest = length - ALL;
        IntStream behind = rest <= 0
                ? IntStream.empty()
                : IntStream.rangeClosed(1, BEHIND).map(i -> ALL + (int) ((long) rest * i / BEHIND));
        return IntStream.concat(all, behind).distinct().toArray();
    }
}
