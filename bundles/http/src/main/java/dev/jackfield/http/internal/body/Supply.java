package dev.jackfield.http.internal.body;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A body that is being sent: read as fast as the wire takes it. <i>Loop-confined.</i> */
public interface Supply {
    /**
     * Reads what is there, up to what there is room for.
     *
     * @return how many octets; 0 if there are none for now, or no room; -1 at the end
     * @throws IOException if what was to be sent cannot be had
     */
    int read(ByteBuffer out) throws IOException;

    /** Lets go of everything. Closing again, or after the end, does nothing. */
    void close();
}
