package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.Ledger;
import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A ledger while it is being written. It becomes text only if somebody wants to read it. Times are counted from when the
 * connector was called. <i>Loop-confined.</i>
 */
final class Notes {
    private static final long NEVER = -1;

    private final long begin = System.nanoTime();
    private final List<Note> tried = new ArrayList<>(1);
    private List<Target> answers = List.of();
    private long answered = NEVER;

    /** Nanoseconds since the connector was called. */
    long now() {
        return System.nanoTime() - begin;
    }

    /** The resolver said so, maybe not for the last time. The list is its own, and may have holes. */
    void answered(List<Target> targets) {
        answers = targets.stream().filter(Objects::nonNull).toList();
        answered = now();
    }

    /** A target is tried now. */
    Note trying(Target target) {
        Note note = new Note(target, now());
        tried.add(note);
        return note;
    }

    /** For those who ask. */
    Ledger read() {
        return new Ledger(
                tried.stream().map(Note::read).toList(),
                answers.stream().map(Target::toString).toList(),
                answered);
    }
}
