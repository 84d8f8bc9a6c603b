package dev.jackfield.connector;

import dev.jackfield.loop.Loop;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A connected, non-blocking stream of bytes in both directions.
 *
 * <p>Bytes are pulled: {@link #read} takes what is there and no more than asked for, and {@link #whenReadable} tells
 * when to try again. Whoever holds the wire owns it and closes it.
 *
 * <p><i>Loop-confined</i> to {@link #loop()}, which never changes. Only {@link #loop()} may be called elsewhere.
 */
@ConsumerType
public interface Wire extends Closeable {

    /**
     * Reads what is there.
     *
     * @param destination gets at most {@code destination.remaining()} bytes
     * @return how many bytes were read; 0 if there is nothing now, or the destination is full; -1 at the end of the
     *     stream
     * @throws IOException if the wire is broken, cut off in the middle of something, or closed
     */
    int read(ByteBuffer destination) throws IOException;

    /**
     * Writes as much as fits now.
     *
     * @param sources are drained in order
     * @param offset of the first buffer
     * @param length how many buffers
     * @return how many bytes were taken; what is left stays in the buffers
     * @throws IOException if the wire is broken, or closed
     */
    long write(ByteBuffer[] sources, int offset, int length) throws IOException;

    /**
     * Waits, once, until {@link #read} has something to say: bytes, the end, or an error. May call early; then read
     * returns 0. A second call replaces the first.
     *
     * @param once runs on the loop, never inside this call
     */
    void whenReadable(Runnable once);

    /**
     * Waits, once, until {@link #write} can take more, or has an error to report. A second call replaces the first.
     *
     * @param once runs on the loop, never inside this call
     */
    void whenWritable(Runnable once);

    /**
     * Ends the outgoing direction; the peer sees the end of the stream. Reading goes on.
     *
     * @throws IOException if the wire is broken, or closed
     */
    void shutdownOutput() throws IOException;

    /** Closes both directions at once and forgets the waiters. Closing again does nothing. Never throws. */
    @Override
    void close();

    /**
     * The loop this wire belongs to.
     *
     * @return always the same
     */
    Loop loop();

    /**
     * Whom this wire leads to, as far as this side knows: behind a proxy, the proxy's address.
     *
     * @return an address for people to read
     */
    SocketAddress peer();

    /**
     * What this wire is made of.
     *
     * @param type for example {@link java.nio.channels.SocketChannel}, {@link javax.net.ssl.SSLSession} or {@link Ledger};
     *     {@link IOException} for what broke it, if that was what its own peer said, so that a route blames no link above it,
     *     even after {@link #close()}
     * @return the nearest object of that type among this wire and those beneath it
     * @param <T> that type
     */
    <T> Optional<T> beneath(Class<T> type);
}
