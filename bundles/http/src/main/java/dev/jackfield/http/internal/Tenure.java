package dev.jackfield.http.internal;

import dev.jackfield.connector.Patch;
import dev.jackfield.http.internal.message.Manner.Affinity;

/**
 * What a pool knows of a connection: how it was made, for whom, and until when it is kept. <i>Loop-confined</i> to the
 * pool's loop.
 */
final class Tenure {
    private static final Object NEVER = new Object();

    private final Affinity affinity;
    private final long madeAt;

    private Patch patch;
    private Object epoch = NEVER;
    private long idleUntil;

    /** @param madeAt by the pool's clock */
    Tenure(Patch patch, Affinity affinity, long madeAt) {
        this.patch = patch;
        this.affinity = affinity;
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

    /** By the pool's clock. */
    long madeAt() {
        return madeAt;
    }

    /** When the patch was last found to be current, by the switchboard's time. */
    Object epoch() {
        return epoch;
    }

    void epoch(Object now) {
        epoch = now;
    }

    /** When the pool gives it up, by the pool's clock. */
    long idleUntil() {
        return idleUntil;
    }

    void idleUntil(long nanoTime) {
        idleUntil = nanoTime;
    }
}
