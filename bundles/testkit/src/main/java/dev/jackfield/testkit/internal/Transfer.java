package dev.jackfield.testkit.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.Peer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bytes sent through a wire the way it should be done: write, and wait whenever it comes up short. */
public final class Transfer {
    private static final int PATTERN = 251;

    private final Wire wire;
    private final int length;
    private final ByteBuffer[] source;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean cameUpShort;

    /** So many bytes of the pattern, not begun. */
    public Transfer(Wire wire, int length) {
        this.wire = wire;
        this.length = length;
        this.source = new ByteBuffer[] {ByteBuffer.wrap(pattern(length))};
    }

    /** Bytes that tell their place: the period is a prime, so that no buffer size hides a mix-up. */
    public static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % PATTERN);
        }
        return bytes;
    }

    /** Two arrays in one. */
    public static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Reads one byte at a time until the buffer is full, waiting before each. */
    public static void readBytewise(Wire wire, ByteBuffer into) {
        wire.whenReadable(() -> {
            into.limit(into.position() + 1);
            try {
                wire.read(into);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            into.limit(into.capacity());
            if (into.hasRemaining()) {
                readBytewise(wire, into);
            }
        });
    }

    /** Waits and reads until the stream has ended. */
    public static void readUntilTheEnd(Wire wire, Runnable ended) {
        wire.whenReadable(() -> {
            try {
                if (wire.read(ByteBuffer.allocate(64)) < 0) {
                    ended.run();
                    return;
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            readUntilTheEnd(wire, ended);
        });
    }

    /** Writes as much as it can, now and whenever the wire says so. */
    public void start() {
        try {
            while (source[0].hasRemaining()) {
                int before = source[0].remaining();
                long count = wire.write(source, 0, 1);
                assertTrue(count == before - source[0].remaining(), "write() tells how many bytes it took");
                if (count == 0) {
                    cameUpShort = true;
                    wire.whenWritable(this::start);
                    return;
                }
            }
            done.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    /** Whether a write took nothing. */
    public boolean isShort() {
        return cameUpShort;
    }

    /** Whether everything was taken. */
    public boolean isDone() {
        return done.isDone();
    }

    /** Completes when everything was taken. */
    public CompletionStage<Void> done() {
        return done;
    }

    /** Reads all bytes at the other end and compares them. */
    public void check(Peer.Line line) throws IOException {
        byte[] expected = pattern(64 * 1024 + PATTERN);
        for (int at = 0; at < length; ) {
            byte[] got = line.read(Math.min(64 * 1024, length - at));
            assertTrue(got.length > 0, "The stream ended after " + at + " bytes of " + length);
            int from = at % PATTERN;
            assertArrayEquals(Arrays.copyOfRange(expected, from, from + got.length), got, "Bytes from " + at);
            at += got.length;
        }
    }
}
