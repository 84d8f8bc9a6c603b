package dev.jackfield.shell.internal;

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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A socket as a wire; under one watch from before it is connected. */
final class SocketWire implements Wire {
    private final ChannelLoop loop;
    private final SocketChannel channel;
    private final CompletableFuture<Wire> connected;
    private final Watch watch;
    private Optional<Runnable> reader = Optional.empty();
    private Optional<Runnable> writer = Optional.empty();

    SocketWire(ChannelLoop loop, SocketChannel channel, CompletableFuture<Wire> connected) throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.connected = connected;
        this.watch = loop.watch(channel, SelectionKey.OP_CONNECT, this::ready);
    }

    private void ready(int operations) {
        if (!connected.isDone()) {
            watch.interest(0);
            try {
                channel.finishConnect();
                connected.complete(this);
            } catch (IOException e) {
                close();
                connected.completeExceptionally(e);
            }
            return;
        }
        watch.interest(watch.interest() & ~operations);
        Optional<Runnable> read = reader.filter(any -> (operations & SelectionKey.OP_READ) != 0);
        Optional<Runnable> write = writer.filter(any -> (operations & SelectionKey.OP_WRITE) != 0);
        read.ifPresent(Runnable::run);
        write.ifPresent(Runnable::run);
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
        reader = Optional.of(once);
        watch.interest(watch.interest() | SelectionKey.OP_READ);
    }

    @Override
    public void whenWritable(Runnable once) {
        writer = Optional.of(once);
        watch.interest(watch.interest() | SelectionKey.OP_WRITE);
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        reader = Optional.empty();
        writer = Optional.empty();
        watch.close();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public SocketAddress peer() {
        return channel.socket().getRemoteSocketAddress();
    }

    @Override
    public <T> Optional<T> beneath(Class<T> type) {
        return type.isInstance(channel) ? Optional.of(type.cast(channel)) : Optional.empty();
    }
}
