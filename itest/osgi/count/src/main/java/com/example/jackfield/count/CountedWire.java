package com.example.jackfield.count;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Leaves everything to the wire below, and counts what has been moved. <i>Loop-confined</i> like every wire. */
record CountedWire(Wire below, LongAdder counter) implements Wire {
    @Override
    public int read(ByteBuffer destination) throws IOException {
        int count = below.read(destination);
        if (count > 0) {
            counter.add(count);
        }
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long count = below.write(sources, offset, length);
        counter.add(count);
        return count;
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

    /** The nearest of that type: this one, or one of those beneath. */
    @Override
    public <T> Optional<T> beneath(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : below.beneath(type);
    }
}
