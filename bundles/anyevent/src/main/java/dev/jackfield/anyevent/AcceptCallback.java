package dev.jackfield.anyevent;

import dev.jackfield.connector.Wire;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** The seed's {@code $accept_cb}. */
@FunctionalInterface
@ConsumerType
public interface AcceptCallback {

    /**
     * Takes a connection.
     *
     * @param fh the connection, in non-blocking mode
     * @param host the peer's address as text, or {@code unix/}
     * @param port the peer's port, or a path, empty if the peer has none
     * @throws IOException is logged, and closes the connection
     */
    void call(Wire fh, String host, String port) throws IOException;
}
