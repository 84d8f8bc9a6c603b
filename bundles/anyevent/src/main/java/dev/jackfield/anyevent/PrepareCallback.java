package dev.jackfield.anyevent;

import java.io.IOException;
import java.nio.channels.NetworkChannel;
import org.osgi.annotation.versioning.ConsumerType;

/** The seed's {@code $prepare_cb} of {@code tcp_connect}. */
@FunctionalInterface
@ConsumerType
public interface PrepareCallback {

    /**
     * Prepares a socket that is about to be connected; called once for every address that is tried, and again for each
     * new try of a UNIX domain socket whose queue is full.
     *
     * @param fh open, in non-blocking mode, not connected
     * @return for how long this address may be tried, in seconds; 0 until the operating system gives up
     * @throws IOException if the socket cannot be used; the next address is tried
     */
    double call(NetworkChannel fh) throws IOException;
}
