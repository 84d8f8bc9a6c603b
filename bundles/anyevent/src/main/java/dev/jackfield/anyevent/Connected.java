package dev.jackfield.anyevent;

import dev.jackfield.connector.Wire;
import java.util.Objects;

/**
 * A connection came about. <i>Immutable</i>, but {@code fh} and {@code retry} belong to a loop.
 *
 * @param fh the connection, in non-blocking mode
 * @param host the peer's address as text, or {@code unix/}
 * @param port the peer's port, or the path of the UNIX domain socket
 * @param retry to be called by who does not like this connection, at any time, once: it closes the connection and goes on
 *     with the addresses that have not failed and were not handed out yet, one after the other; the callback is then
 *     called again. Closing the guard ends that, too
 */
public record Connected(Wire fh, String host, String port, Runnable retry) implements Connection {
    /** Checks for nulls. */
    public Connected {
        Objects.requireNonNull(fh, "fh");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(retry, "retry");
    }

    @Override
    public Connected orThrow() {
        return this;
    }
}
