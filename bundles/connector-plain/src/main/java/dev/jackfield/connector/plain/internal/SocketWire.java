package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * A socket under watch, from the moment it begins to connect or has been accepted.
 *
 * <p>Changing what a selector waits for costs a system call, so reads stay of interest for life: a waiter is just a
 * field. Only when bytes come and nobody waits does the interest go, until somebody does. Writes are of interest only
 * while somebody waits for room. Reading and writing allocate nothing.
 */
public final class SocketWire implements Wire {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");

    /**
     * The JDK copies all that remains in a heap buffer, however little the socket then takes; beyond this many bytes it
     * is given a part at a time.
     */
    private static final int MOST_COPIED = 128 * 1024;

    private final ChannelLoop loop;
    private final SocketChannel channel;
    private final SocketAddress peer;
    private Optional<Notes> notes = Optional.empty();
    private Watch watch;
    private int interest;
    private boolean closed;
    private Runnable connectable;
    private Runnable reader;
    private Runnable writer;

    private SocketWire(ChannelLoop loop, SocketChannel channel, SocketAddress peer) {
        this.loop = loop;
        this.channel = channel;
        this.peer = peer;
    }

    /** A socket that is not connected yet. */
    static SocketWire open(ChannelLoop loop, SocketAddress peer) throws IOException {
        boolean unix = peer instanceof UnixDomainSocketAddress;
        SocketChannel channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        try {
            channel.configureBlocking(false);
            if (!unix) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            return new SocketWire(loop, channel, peer);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** A socket that a server has accepted; closed if it cannot be used. */
    public static SocketWire accepted(ChannelLoop loop, SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            SocketWire wire = new SocketWire(loop, channel, channel.getRemoteAddress());
            wire.interest = SelectionKey.OP_READ;
            wire.watch = loop.watch(channel, wire.interest, wire::ready);
            return wire;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    SocketChannel channel() {
        return channel;
    }

    /** Begins to connect; true if that is all there is to it, otherwise the task runs when there is news. */
    boolean connect(Runnable whenConnectable) throws IOException {
        boolean connected = channel.connect(peer);
        connectable = whenConnectable;
        interest = connected ? 0 : SelectionKey.OP_CONNECT;
        watch = loop.watch(channel, interest, this::ready);
        return connected;
    }

    /** Whether it is connected now. */
    boolean finishConnect() throws IOException {
        return channel.finishConnect();
    }

    /** From now on it can be read and written. */
    void connected() throws IOException {
        connectable = null;
        // With nobody listening, a loopback connect from the very port it goes to meets itself.
        if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
            throw new IOException("Connection refused: the socket met itself");
        }
        interest(SelectionKey.OP_READ);
    }

    /** How it came about, for those who ask. */
    void cameAbout(Notes ledger) {
        notes = Optional.of(ledger);
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        return channel.read(destination);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, sources.length);
        for (int i = offset; i < offset + length; i++) {
            ByteBuffer source = sources[i];
            if (source.remaining() > MOST_COPIED && !source.isDirect()) {
                int limit = source.limit();
                source.limit(source.position() + MOST_COPIED);
                try {
                    return gather(sources, offset, i - offset + 1);
                } finally {
                    source.limit(limit);
                }
            }
        }
        return gather(sources, offset, length);
    }

    private long gather(ByteBuffer[] sources, int offset, int length) throws IOException {
        return length == 1 ? channel.write(sources[offset]) : channel.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        Objects.requireNonNull(once, "once");
        if (closed) {
            later(once);
        } else {
            reader = once;
            interest(interest | SelectionKey.OP_READ);
        }
    }

    @Override
    public void whenWritable(Runnable once) {
        Objects.requireNonNull(once, "once");
        if (closed) {
            later(once);
        } else {
            writer = once;
            interest(interest | SelectionKey.OP_WRITE);
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
        connectable = null;
        if (watch != null) {
            watch.close();
        }
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closing the socket to " + peer + " failed", e);
        }
        later(reader);
        later(writer);
        reader = null;
        writer = null;
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
        if (type == Ledger.class) {
            return notes.map(Notes::read).map(type::cast);
        }
        return type.isInstance(channel) ? Optional.of(type.cast(channel)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "wire to " + peer;
    }

    private void ready(int operations) {
        if (connectable != null) {
            connectable.run();
            return;
        }
        if ((operations & SelectionKey.OP_READ) != 0) {
            Runnable told = reader;
            reader = null;
            if (told != null) {
                told.run();
            } else {
                interest(interest & ~SelectionKey.OP_READ);
            }
        }
        if ((operations & SelectionKey.OP_WRITE) != 0) {
            Runnable told = writer;
            writer = null;
            if (told != null) {
                told.run();
            }
            if (writer == null) {
                interest(interest & ~SelectionKey.OP_WRITE);
            }
        }
    }

    /** Somebody who waits hears that it is closed. */
    private void later(Runnable waiter) {
        if (waiter == null) {
            return;
        }
        try {
            loop.execute(waiter);
        } catch (RejectedExecutionException ended) {
            // With the loop, everything on it has ended.
        }
    }

    private void interest(int operations) {
        if (operations != interest && !closed) {
            interest = operations;
            watch.interest(operations);
        }
    }
}
