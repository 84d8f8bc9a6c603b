package dev.jackfield.connector;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The loops over reads and writes that every handshake needs.
 *
 * <p>All of them are to be called on the wire's loop and complete there, possibly before they return. They never close
 * the wire.
 *
 * <p><i>Loop-confined</i> to the loop of the wire.
 */
public final class Wires {
    private Wires() {}

    /**
     * Writes everything.
     *
     * @param wire takes the bytes
     * @param source is drained
     * @return completes when the last byte was taken, or with the wire's {@link IOException}
     */
    public static CompletionStage<Void> write(Wire wire, ByteBuffer source) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        write(wire, new ByteBuffer[] {source}, done);
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
        readFully(wire, destination, done);
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
        } catch (IOException | RuntimeException e) {
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
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
            return;
        }
        done.complete(destination.flip());
    }
}
