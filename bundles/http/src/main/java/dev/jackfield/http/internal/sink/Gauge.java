package dev.jackfield.http.internal.sink;

import dev.jackfield.http.Intake;

/**
 * A tap for those who write elsewhere what they get: how they get on can be seen, so they need not be waited for longer
 * than a server that does nothing. <i>Thread-safe.</i>
 */
public interface Gauge extends Intake {
    /** Shuts it as {@link #pause} does, but inactivity counts: something has to be written meanwhile. */
    void congested();

    /** Something was written. Called by one thread at a time. */
    void wrote();
}
