package dev.jackfield.testkit;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whom a connector under test connects to. Called by the test's own thread, so it may block, but not for ever: what does not come by then is an {@link IOException}.
 *
 * <p><i>Thread-safe.</i>
 */
@ConsumerType
public interface Peer extends AutoCloseable {
    /**
     * The target to be given to the connector.
     *
     * @return always the same
     */
    HostPort address();

    /**
     * Takes the next connection, waiting for it if need be.
     *
     * @return the peer's end of it
     * @throws IOException if none comes in time
     */
    Line accept() throws IOException;

    /** Stops listening; connections taken are not closed. */
    @Override
    void close();

    /** The peer's end of a connection. */
    @ConsumerType
    interface Line extends AutoCloseable {
        /**
         * Reads, waiting for something to come.
         *
         * @param most bytes wanted, at least 1
         * @return 1 to {@code most} bytes; none at the end of the stream
         * @throws IOException if the connection is broken, or nothing comes in time
         */
        byte[] read(int most) throws IOException;

        /**
         * Writes everything.
         *
         * @param bytes what to write
         * @throws IOException if the connection is broken, or the bytes are not taken in time
         */
        void write(byte[] bytes) throws IOException;

        /**
         * Ends the stream in this direction.
         *
         * @throws IOException if the connection is broken
         */
        void shutdownOutput() throws IOException;

        /**
         * Breaks the connection off, as a crash would: what is under way is lost, and the other side is told by a reset, not
         * by the end of the stream.
         *
         * @return false if this kind of connection knows nothing of the sort; then nothing has happened. That is the default
         * @throws IOException if the connection is broken already
         */
        default boolean reset() throws IOException {
            return false;
        }

        /** Closes in an orderly way. */
        @Override
        void close();
    }
}
