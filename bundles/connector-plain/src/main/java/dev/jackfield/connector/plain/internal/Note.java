package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.Ledger;
import dev.jackfield.resolver.Target;

/** A line of the ledger while it is being written. It becomes text only if somebody wants to read it. */
final class Note {
    private final Target target;
    private final long begin;
    private long nanos;
    private String reason = "";

    Note(Target target, long begin) {
        this.target = target;
        this.begin = begin;
    }

    Target target() {
        return target;
    }

    /** How it ended, counted from the same moment as the beginning; the reason is empty for the one that won. */
    void ended(long when, String why) {
        nanos = when - begin;
        reason = why;
    }

    Ledger.Tried read() {
        return new Ledger.Tried(target.toString(), begin, nanos, reason);
    }
}
