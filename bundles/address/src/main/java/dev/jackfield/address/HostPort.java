package dev.jackfield.address;

import java.util.Objects;

/**
 * A host, by name or by literal address, and a port. <i>Immutable.</i>
 *
 * @param host a name or a literal, without brackets; never empty
 * @param port 0 to 65535
 */
public record HostPort(String host, int port) {
    /** Checks the port. */
    public HostPort {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("Expected a port from 0 to 65535, got " + port);
        }
    }
}
