package dev.jackfield.testkit;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.internal.OneWay;
import dev.jackfield.testkit.internal.Waiter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Optional;

/**
 * One end of a connection in memory. Bytes written at one end can be read at the other, in pieces of the given sizes,
 * and only so many fit in between.
 *
 * <p><i>Loop-confined.</i> On a {@link ManualLoop} that is not being turned, the test's own thread may call it, too.
 */
public final class PipeWire implements Wire {

    /** How many bytes fit into each direction unless said otherwise. */
    public static final int CAPACITY = 64 * 1024;

    /**
     * Both ends.
     *
     * @param near one of them
     * @param far the other one
     */
    public record Pair(PipeWire near, PipeWire far) {}

    private final Loop loop;
    private final SocketAddress peer;
    private final OneWay in;
    private final OneWay out;
    private final Waiter readable;
    private final Waiter writable;
    private boolean closed;

    private PipeWire(Loop loop, String peer, OneWay in, OneWay out) {
        this.loop = loop;
        this.peer = InetSocketAddress.createUnresolved(peer, 0);
        this.in = in;
        this.out = out;
        this.readable = new Waiter(loop, in::readable);
        this.writable = new Waiter(loop, out::writable);
        in.whenReadable(readable::look);
        out.whenWritable(writable::look);
    }

    /**
     * A pair that takes and gives all it can.
     *
     * @param loop of both ends
     * @return both ends
     */
    public static Pair pair(Loop loop) {
        return pair(loop, Chunks.whole(), Chunks.whole(), CAPACITY);
    }

    /**
     * A pair with its own idea of how much goes at once.
     *
     * @param loop of both ends
     * @param reads the most that one read gives, at both ends
     * @param writes the most that one write takes, at both ends
     * @param capacity bytes between the two in each direction, from 1
     * @return both ends
     */
    public static Pair pair(Loop loop, Chunks reads, Chunks writes, int capacity) {
        Objects.requireNonNull(loop, "loop");
        OneWay toFar = new OneWay(reads, writes, capacity);
        OneWay toNear = new OneWay(reads, writes, capacity);
        return new Pair(
                new PipeWire(loop, "far.pipe.invalid", toNear, toFar),
                new PipeWire(loop, "near.pipe.invalid", toFar, toNear));
    }

    /**
     * Tells whether this end is still open.
     *
     * @return false once it was closed or reset from here
     */
    public boolean isOpen() {
        return !closed;
    }

    /**
     * Tells whether somebody waits at this end to read.
     *
     * @return true from {@link #whenReadable} until the waiter has run
     */
    public boolean awaitsReadable() {
        return readable.isSet();
    }

    /**
     * Tells whether somebody waits at this end to write.
     *
     * @return true from {@link #whenWritable} until the waiter has run
     */
    public boolean awaitsWritable() {
        return writable.isSet();
    }

    /**
     * Breaks the connection: closes this end, loses what is under way, and lets reads and writes at the other end fail.
     *
     * @param failure what they throw
     */
    public void reset(IOException failure) {
        shut();
        in.breakWith(failure);
        out.breakWith(failure);
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        checkOpen();
        return in.read(destination);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        checkOpen();
        Objects.checkFromIndexSize(offset, length, sources.length);
        return out.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        if (closed) {
            readable.later(once);
        } else {
            readable.set(once);
        }
    }

    @Override
    public void whenWritable(Runnable once) {
        if (closed) {
            writable.later(once);
        } else {
            writable.set(once);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        checkOpen();
        out.end();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        shut();
        out.end();
        in.abandon();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public SocketAddress peer() {
        return peer;
    }

    @Override
    public <T> Optional<T> beneath(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    private void shut() {
        closed = true;
        readable.release();
        writable.release();
    }

    private void checkOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }
}
