package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A wire over another one that does everything as that one does; what shall be different is overridden. */
abstract class ForwardingWire implements Wire {
    private final Wire wire;

    ForwardingWire(Wire wire) {
        this.wire = wire;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        return wire.read(destination);
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
        return type.isInstance(this) ? Optional.of(type.cast(this)) : wire.beneath(type);
    }
}
