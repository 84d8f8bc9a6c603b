package dev.jackfield.http.internal;

import dev.jackfield.connector.Patch;
import dev.jackfield.http.internal.ledger.Wiring;
import dev.jackfield.http.internal.message.Manner.Affinity;

/**
 * What a pool knows of a connection: how it was made, for whom, and until when it is kept. <i>Loop-confined</i> to the
 * pool's loop.
 */
final class Tenure {
    private static final Object NEVER = new Object();

    private final Affinity affinity;
    private final Wiring wiring;
    private final long madeAt;

    private Patch patch;
    /** When the patch was last found to be current, by the switchboard's time. */
    private Object epoch = NEVER;

    private long idleUntil;
    private int requests;
    private long since;

    /**
     * Begins now.
     *
     * @param wiring how it was made
     * @param madeAt by the pool's clock
     */
    Tenure(Patch patch, Affinity affinity, Wiring wiring, long madeAt) {
        this.patch = patch;
        this.affinity = affinity;
        this.wiring = wiring;
        this.madeAt = madeAt;
    }

    Patch patch() {
        return patch;
    }

    /** The same one, looked up later: then finding that out takes one comparison. */
    void patch(Patch same) {
        patch = same;
    }

    /** With whom it may be shared. */
    Affinity affinity() {
        return affinity;
    }

    /** How it was made. */
    Wiring wiring() {
        return wiring;
    }

    /** An exchange begins. */
    void begins(long now) {
        requests++;
        since = now;
    }

    /** How many exchanges began before the last one. */
    int requestsBefore() {
        return requests - 1;
    }

    /** How many exchanges began. */
    int requests() {
        return requests;
    }

    /** When it was taken into use, or given back, by the pool's clock. */
    long since() {
        return since;
    }

    /** By the pool's clock. */
    long madeAt() {
        return madeAt;
    }

    /** Whether it would be made that way now. Looked up only if something has changed. */
    boolean isCurrent(Switchboard board) {
        Object now = board.epoch();
        if (epoch != now) {
            if (!board.isCurrent(patch)) {
                return false;
            }
            epoch = now;
        }
        return true;
    }

    /** When the pool gives it up, by the pool's clock. */
    long idleUntil() {
        return idleUntil;
    }

    void idle(long now, long until) {
        since = now;
        idleUntil = until;
    }
}
