package dev.jackfield.connector.plain.internal.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/** A socket whose accepting goes by a script: connections, and exceptions to throw; then nobody is there. */
final class ScriptedChannel extends ServerSocketChannel {
    final Queue<Object> script = new ArrayDeque<>();
    int calls;

    ScriptedChannel() {
        super(SelectorProvider.provider());
    }

    @Override
    public SocketChannel accept() throws IOException {
        calls++;
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        Object next = script.poll();
        if (next instanceof IOException e) {
            throw e;
        }
        if (next instanceof Error e) {
            throw e;
        }
        return (SocketChannel) next;
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public ServerSocket socket() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return null;
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}
}
