package dev.jackfield.anyevent;

import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.util.Objects;

/**
 * What {@code resolve_sockaddr} finds: all that a socket needs. <i>Immutable.</i>
 *
 * @param family one of {@link java.net.StandardProtocolFamily}
 * @param type never {@link SocketType#AUTO}
 * @param proto number of the protocol, for example 6 for TCP; 0 for UNIX domain sockets
 * @param sockaddr to connect to, or to bind
 */
public record Sockaddr(ProtocolFamily family, SocketType type, int proto, SocketAddress sockaddr) {
    /** Checks for nulls. */
    public Sockaddr {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sockaddr, "sockaddr");
    }
}
