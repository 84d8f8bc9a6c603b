package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A wire that breaks when the second answer has come, and keeps that answer to itself. */
final class BreakingWire implements Wire {
    private final Wire wire;
    private int answers;

    BreakingWire(Wire wire) {
        this.wire = wire;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        int begin = destination.position();
        int count = wire.read(destination);
        if (count > 0 && ++answers == 2) {
            destination.position(begin);
            throw new IOException("broken");
        }
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return wire.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        wire.whenReadable(once);
    }

    @Override
    public void whenWritable(Runnable once) {
        wire.whenWritable(once);
    }

    @Override
    public void shutdownOutput() throws IOException {
        wire.shutdownOutput();
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public Loop loop() {
        return wire.loop();
    }

    @Override
    public SocketAddress peer() {
        return wire.peer();
    }

    @Override
    public <T> Optional<T> beneath(Class<T> type) {
        return wire.beneath(type);
    }
}
