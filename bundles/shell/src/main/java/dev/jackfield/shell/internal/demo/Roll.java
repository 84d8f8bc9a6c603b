package dev.jackfield.shell.internal.demo;

import java.util.BitSet;

/** Who has come to the origins, by the id that is the target of the request. <i>Thread-safe.</i> */
final class Roll {
    private final BitSet seen = new BitSet();
    private long answered;
    private long doubled;

    /** Enters a request. One without an id counts as well. */
    synchronized void enter(String target) {
        answered++;
        int id = id(target);
        if (id >= 0) {
            doubled += seen.get(id) ? 1 : 0;
            seen.set(id);
        }
    }

    /** All that came. */
    synchronized long answered() {
        return answered;
    }

    /** Those that had come before. */
    synchronized long doubled() {
        return doubled;
    }

    /** A target that is no id is -1. */
    private static int id(String target) {
        if (target.length() < 2 || target.length() > 10) {
            return -1;
        }
        int id = 0;
        for (int i = 1; i < target.length(); i++) {
            int digit = target.charAt(i) - '0';
            if (digit < 0 || digit > 9 || id > 100_000_000) {
                return -1;
            }
            id = 10 * id + digit;
        }
        return id;
    }
}
