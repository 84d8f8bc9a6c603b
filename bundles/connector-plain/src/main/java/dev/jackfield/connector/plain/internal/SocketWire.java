package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A TCP socket as a wire.
 *
 * <p>Interest in reading stays registered all the time, because changing it costs a system call: it is dropped only if
 * something can be read that nobody waits for. Interest in writing is registered only while somebody waits for it.
 */
final class SocketWire implements Wire, IntConsumer {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");

    private final SocketChannel channel;
    private final ChannelLoop loop;
    private final SocketAddress peer;
    /** Null until the channel is watched. */
    private Watch watch;
    /** Null unless the socket is being connected. */
    private Runnable connectable;
    /** Null unless somebody waits. */
    private Runnable readable;
    /** Null unless somebody waits. */
    private Runnable writable;

    private boolean closed;

    SocketWire(SocketChannel channel, ChannelLoop loop, SocketAddress peer) {
        this.channel = channel;
        this.loop = loop;
        this.peer = peer;
    }

    void prepare() throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Waits until {@link #finish} has something to say. */
    void whenConnectable(Runnable task) throws IOException {
        connectable = task;
        watch = loop.watch(channel, SelectionKey.OP_CONNECT, this);
    }

    /** Returns true once connected; then this is a wire. */
    boolean finish() throws IOException {
        if (!channel.finishConnect()) {
            return false;
        }
        connectable = null;
        if (watch == null) {
            watch = loop.watch(channel, SelectionKey.OP_READ, this);
        } else {
            watch.interest(SelectionKey.OP_READ);
        }
        return true;
    }

    /** The loop found the channel ready. */
    @Override
    public void accept(int ready) {
        if (connectable != null) {
            connectable.run();
            return;
        }
        if ((ready & SelectionKey.OP_READ) != 0) {
            Runnable waiter = readable;
            readable = null;
            if (waiter != null) {
                waiter.run();
            } else {
                // Otherwise the selector would report it over and over.
                without(SelectionKey.OP_READ);
            }
        }
        if ((ready & SelectionKey.OP_WRITE) != 0 && !closed) {
            Runnable waiter = writable;
            writable = null;
            without(SelectionKey.OP_WRITE);
            if (waiter != null) {
                waiter.run();
            }
        }
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        return destination.hasRemaining() ? channel.read(destination) : readNothing();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return length == 1 ? channel.write(sources[offset]) : channel.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        if (!closed) {
            readable = once;
            with(SelectionKey.OP_READ);
        }
    }

    @Override
    public void whenWritable(Runnable once) {
        if (!closed) {
            writable = once;
            with(SelectionKey.OP_WRITE);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        readable = null;
        writable = null;
        connectable = null;
        if (watch != null) {
            watch.close();
        }
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closing the socket to " + peer + " failed", e);
        }
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
        if (type.isInstance(this)) {
            return Optional.of(type.cast(this));
        }
        return type.isInstance(channel) ? Optional.of(type.cast(channel)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "socket to " + peer;
    }

    private int readNothing() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        return 0;
    }

    private void with(int operation) {
        watch.interest(watch.interest() | operation);
    }

    private void without(int operation) {
        watch.interest(watch.interest() & ~operation);
    }
}
