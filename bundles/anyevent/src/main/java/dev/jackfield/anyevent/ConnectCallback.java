package dev.jackfield.anyevent;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** The seed's {@code $connect_cb}. */
@FunctionalInterface
@ConsumerType
public interface ConnectCallback {

    /**
     * Hears how it ended.
     *
     * @param connection the seed's arguments, or what it says by passing none
     * @throws IOException is logged, and closes the connection
     */
    void call(Connection connection) throws IOException;
}
