package dev.jackfield.testkit.internal.layer;

import java.util.stream.IntStream;

/**
 * Where to cut: everywhere, unless a handshake is so long that it would take too long. Then the tests share: each takes
 * every seventh place at the beginning, another one each, and a few behind.
 */
enum Places {
    CANCEL,
    CLOSE,
    RESET,
    NONSENSE,
    SILENCE,
    READS,
    WRITES;

    /** Up to this length, every test tries every place; in longer handshakes, up to here, every place is tried by one. */
    static final int ALL = 300;

    /** How many places each test tries behind, the last one included. */
    static final int BEHIND = 12;

    /** From 0 to the length, both included. */
    int[] upTo(int length) {
        if (length <= ALL) {
            return IntStream.rangeClosed(0, length).toArray();
        }
        int shares = values().length;
        IntStream mine = IntStream.rangeClosed(0, ALL).filter(place -> place % shares == ordinal());
        IntStream behind = IntStream.rangeClosed(1, BEHIND).map(i -> ALL + (int) ((long) (length - ALL) * i / BEHIND));
        return IntStream.concat(mine, behind).distinct().toArray();
    }
}
