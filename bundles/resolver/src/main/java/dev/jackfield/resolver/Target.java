package dev.jackfield.resolver;

import dev.jackfield.address.Address;
import dev.jackfield.address.IpAddress;
import java.util.Objects;

/**
 * One place to connect to. <i>Immutable.</i>
 *
 * @param address of the host, or of the UNIX domain socket
 * @param port 0 to 65535; 0 for a UNIX domain socket
 * @param rank tells hosts apart that SRV records put in an order: 0 for the first one, and where there are no such
 *     records. All of one rank are the same host, and may be tried in another order than they come in, or at once
 */
public record Target(Address address, int port, int rank) {
    /**
     * Checks all.
     *
     * @throws IllegalArgumentException if a number is out of bounds
     */
    public Target {
        Objects.requireNonNull(address, "address");
        if (port < 0 || port > 65535 || rank < 0) {
            throw new IllegalArgumentException(
                    "Expected a port from 0 to 65535 and a rank from 0, got port " + port + " and rank " + rank);
        }
    }

    /**
     * A target of the first rank.
     *
     * @param address of the host
     * @param port 0 to 65535
     */
    public Target(Address address, int port) {
        this(address, port, 0);
    }

    /**
     * The target as text.
     *
     * @return {@code 192.0.2.1:80}, {@code [2001:db8::1]:80} or {@code unix/:/path}
     */
    @Override
    public String toString() {
        if (!(address instanceof IpAddress)) {
            return address.toString();
        }
        String host = address.toString();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
