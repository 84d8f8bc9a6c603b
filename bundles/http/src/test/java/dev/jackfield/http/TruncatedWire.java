package dev.jackfield.http;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A wire for which the end of the stream is always too early, as it is over TLS without close_notify. */
record TruncatedWire(Wire below) implements Wire {
    @Override
    public int read(ByteBuffer destination) throws IOException {
        int count = below.read(destination);
        if (count < 0) {
            throw new IOException("cut off");
        }
        return count;
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
        return below.beneath(type);
    }
}
