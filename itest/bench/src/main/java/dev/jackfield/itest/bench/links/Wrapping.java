package dev.jackfield.itest.bench.links;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What the least of all layers makes: a wire that hands everything on. */
record Wrapping(Wire below) implements Wire {

    @Override
    public int read(ByteBuffer destination) throws IOException {
        return below.read(destination);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return below.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        below.whenReadable(once);
    }

    @Override
    public void whenWritable(Runnable once) {
        below.whenWritable(once);
    }

    @Override
    public void shutdownOutput() throws IOException {
        below.shutdownOutput();
    }

    @Override
    public void close() {
        below.close();
    }

    @Override
    public Loop loop() {
        return below.loop();
    }

    @Override
    public SocketAddress peer() {
        return below.peer();
    }

    @Override
    public <T> Optional<T> beneath(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : below.beneath(type);
    }
}
