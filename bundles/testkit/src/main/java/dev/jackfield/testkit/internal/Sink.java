package dev.jackfield.testkit.internal;

import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bytes taken from a wire the way it should be done: read, and wait whenever there is nothing. */
public final class Sink {
    private final Wire wire;
    private final ByteBuffer all;
    private final CompletableFuture<byte[]> full = new CompletableFuture<>();

    /** So many bytes, not begun. */
    public Sink(Wire wire, int length) {
        this.wire = wire;
        this.all = ByteBuffer.allocate(length);
    }

    /** Reads what is there, now and whenever the wire says so. */
    public void start() {
        try {
            while (all.hasRemaining()) {
                int count = wire.read(all);
                if (count < 0) {
                    throw new IOException("The stream ended with " + all.remaining() + " bytes still to come");
                }
                if (count == 0) {
                    wire.whenReadable(this::start);
                    return;
                }
            }
            full.complete(all.array());
        } catch (IOException | RuntimeException | Error e) {
            full.completeExceptionally(e);
        }
    }

    /** Completes when everything has come. */
    public CompletionStage<byte[]> full() {
        return full;
    }
}
