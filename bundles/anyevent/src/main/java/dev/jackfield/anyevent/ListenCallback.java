package dev.jackfield.anyevent;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import org.osgi.annotation.versioning.ConsumerType;

/** The seed's {@code $prepare_cb} of {@code tcp_server} and {@code tcp_bind}. */
@FunctionalInterface
@ConsumerType
public interface ListenCallback {

    /**
     * Prepares a socket that is about to listen.
     *
     * @param fh not listening yet
     * @param host the local address as text, or {@code unix/}
     * @param port the local port, also where it was left to the system, or the path
     * @return the length of the queue of connections to be accepted; 0 for the default, 128
     * @throws IOException if the socket cannot be used; the server then fails with it
     */
    int call(ServerSocketChannel fh, String host, String port) throws IOException;
}
