package dev.jackfield.address;

import java.net.ProtocolFamily;

/**
 * Where a host, or a process on this one, can be reached, without a port. <i>Immutable.</i>
 *
 * <p>{@link #toString()} is the usual text: a dotted quad, the form of RFC 5952, or {@code unix/:} and a path.
 */
public sealed interface Address permits IpAddress, UnixAddress {

    /**
     * The family of sockets that can use it.
     *
     * @return one of {@link java.net.StandardProtocolFamily}
     */
    ProtocolFamily family();
}
