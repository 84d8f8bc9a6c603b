package dev.jackfield.connector;

import dev.jackfield.connector.internal.Given;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What every handshake needs: the loops over reads and writes, and the question whose turn it is then.
 *
 * <p>The loops are to be called on the wire's loop and complete there, possibly before they return. They never close
 * the wire.
 *
 * <p><i>Loop-confined</i> to the loop of the wire.
 */
public final class Wires {
    /** Protocols in which a server has nothing to say before the client has. h2 is said over TLS only. */
    private static final Set<String> CLIENT_FIRST = Set.of("http/1.0", "http/1.1", "h2");

    private Wires() {}

    /**
     * Whether it is known that the target has nothing to say before the caller has. A layer that asks a proxy for a target
     * refuses whatever has come behind the proxy's answer then, for only the proxy can have said it; otherwise it may be
     * the target's (SMTP, SSH), and stays on the wire.
     *
     * @param attempt tells what will be spoken
     * @return true if there are {@linkplain Attempt#protocols() protocols}, and in all of them the client begins: {@code
     *     http/1.0}, {@code http/1.1}, {@code h2} as HTTP over TLS has it
     */
    public static boolean clientBegins(Attempt attempt) {
        List<String> protocols = Given.of(attempt, "an attempt").protocols();
        return !protocols.isEmpty() && CLIENT_FIRST.containsAll(protocols);
    }

    /**
     * Writes everything.
     *
     * @param wire takes the bytes
     * @param source is drained
     * @return completes when the last byte was taken, or with the wire's {@link IOException}
     */
    public static CompletionStage<Void> write(Wire wire, ByteBuffer source) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        write(Given.of(wire, "a wire"), new ByteBuffer[] {Given.of(source, "octets to write")}, done);
        return done;
    }

    /**
     * Reads until the destination is full, and not a byte more.
     *
     * @param wire gives the bytes
     * @param destination is filled; flipped when done
     * @return completes with the destination, or with the wire's {@link IOException}, an {@link EOFException} if the
     *     stream ends too early
     */
    public static CompletionStage<ByteBuffer> readFully(Wire wire, ByteBuffer destination) {
        CompletableFuture<ByteBuffer> done = new CompletableFuture<>();
        readFully(Given.of(wire, "a wire"), Given.of(destination, "a buffer to read into"), done);
        return done;
    }

    private static void write(Wire wire, ByteBuffer[] source, CompletableFuture<Void> done) {
        try {
            while (source[0].hasRemaining()) {
                if (wire.write(source, 0, 1) == 0) {
                    wire.whenWritable(() -> write(wire, source, done));
                    return;
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            done.completeExceptionally(e);
            return;
        }
        done.complete(null);
    }

    private static void readFully(Wire wire, ByteBuffer destination, CompletableFuture<ByteBuffer> done) {
        try {
            while (destination.hasRemaining()) {
                int count = wire.read(destination);
                if (count < 0) {
                    throw new EOFException("The stream ended with " + destination.remaining()
                            + " bytes still to come of " + destination.capacity());
                }
                if (count == 0) {
                    wire.whenReadable(() -> readFully(wire, destination, done));
                    return;
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            done.completeExceptionally(e);
            return;
        }
        done.complete(destination.flip());
    }
}
