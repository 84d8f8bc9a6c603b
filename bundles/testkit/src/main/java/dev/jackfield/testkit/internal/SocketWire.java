package dev.jackfield.testkit.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Optional;

/** A connected socket, in as few words as possible: what the operating system does is the point, not what it costs. */
final class SocketWire implements Wire {
    private final ChannelLoop loop;
    private final SocketChannel channel;
    private final SocketAddress peer;
    private final Watch watch;
    private Runnable reader;
    private Runnable writer;

    /** To be called on the loop. */
    SocketWire(ChannelLoop loop, SocketChannel channel) throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.peer = channel.getRemoteAddress();
        channel.configureBlocking(false);
        this.watch = loop.watch(channel, 0, this::ready);
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        return channel.read(destination);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return channel.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        reader = Objects.requireNonNull(once, "once");
        look();
    }

    @Override
    public void whenWritable(Runnable once) {
        writer = Objects.requireNonNull(once, "once");
        look();
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        watch.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        look();
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

    private void ready(int operations) {
        if ((operations & SelectionKey.OP_READ) != 0 && reader != null) {
            Runnable told = reader;
            reader = null;
            told.run();
        }
        if ((operations & SelectionKey.OP_WRITE) != 0 && writer != null) {
            Runnable told = writer;
            writer = null;
            told.run();
        }
        look();
    }

    private void look() {
        if (channel.isOpen()) {
            watch.interest((reader == null ? 0 : SelectionKey.OP_READ) | (writer == null ? 0 : SelectionKey.OP_WRITE));
        } else if (reader != null || writer != null) {
            loop.execute(() -> ready(SelectionKey.OP_READ | SelectionKey.OP_WRITE));
        }
    }
}
