package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.loop.Guard;
import java.nio.channels.ServerSocketChannel;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A socket that listens, and the guard that cleans up after it: what {@link Server#bind} gives to those who accept
 * themselves (the seed's {@code tcp_bind}).
 *
 * <p>Closing it closes the socket and removes the path of a UNIX domain socket, if the file there is still this socket.
 * Connections that were accepted stay open.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface BoundListener extends Guard {

    /**
     * The socket.
     *
     * @return bound, listening and in non-blocking mode. A UNIX domain socket may give, as its local address, the path at
     *     which it was bound before it was moved to the one in {@link #local()}
     */
    ServerSocketChannel channel();

    /**
     * Where it listens.
     *
     * @return the literal address with the port that is really in use, or the path
     */
    HostPort local();
}
