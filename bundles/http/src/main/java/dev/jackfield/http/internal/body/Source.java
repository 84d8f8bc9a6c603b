package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import java.io.IOException;

/** What a body is made of: it can be opened once for each time the body is sent. <i>Immutable.</i> */
public interface Source {
    /** What {@link #measure} says of a length that nobody knows before the end. */
    long UNKNOWN = -1;

    /**
     * Begins to supply. Called on the loop.
     *
     * @param loop where the supply is read
     * @param more runs on the loop, never inside a call, when a read that gave nothing may give something now
     */
    Supply open(Loop loop, Runnable more);

    /**
     * How many octets there are.
     *
     * @return 0 or more, or {@link #UNKNOWN}
     * @throws IOException if that cannot be told, and so there is no use in sending
     */
    long measure() throws IOException;

    /** Whether measuring means to ask a disk, which is nothing for a loop. */
    boolean measuredOnDisk();
}
