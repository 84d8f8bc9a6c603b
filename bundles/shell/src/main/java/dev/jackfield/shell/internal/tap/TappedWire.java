package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** A wire that shows the first head written to it, line by line. */
final class TappedWire implements Wire {
    private final Wire wire;
    private final HeadLines lines;

    TappedWire(Wire wire, Consumer<String> lines) {
        this.wire = wire;
        this.lines = new HeadLines(line -> lines.accept(("> " + line).stripTrailing()));
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        if (lines.complete()) {
            return wire.write(sources, offset, length);
        }
        ByteBuffer[] before = new ByteBuffer[length];
        for (int i = 0; i < length; i++) {
            before[i] = sources[offset + i].duplicate();
        }
        long written = wire.write(sources, offset, length);
        for (int i = 0; i < length; i++) {
            lines.accept(before[i].limit(sources[offset + i].position()));
        }
        return written;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        return wire.read(destination);
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
        return type.isInstance(this) ? Optional.of(type.cast(this)) : wire.beneath(type);
    }
}
