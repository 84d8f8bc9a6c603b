package dev.jackfield.testkit.internal.layer;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** What the far end writes to: lets only so many bytes through until it is opened, and keeps what was said. */
public final class Gate implements Wire {
    private final PipeWire wire;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long left = Long.MAX_VALUE;
    private boolean brokenOff;
    private Runnable reader;
    private Runnable writer;

    Gate(PipeWire wire) {
        this.wire = wire;
    }

    /** Lets so many bytes through, and no more. */
    void stopAfter(long bytes) {
        left = bytes;
    }

    /** Lets everything through from now on. */
    void open() {
        left = Long.MAX_VALUE;
        if (writer != null) {
            wire.whenWritable(this::tellWriter);
        }
    }

    /** Ends the connection without the far end's doing, and lets it know. */
    void breakOff(Consumer<PipeWire> how) {
        brokenOff = true;
        how.accept(wire);
        loop().execute(this::tellReader);
        loop().execute(this::tellWriter);
    }

    /** What the far end has read: what the layer said, and whoever uses its wire. */
    byte[] heard() {
        return heard.toByteArray();
    }

    /** What the far end has written. */
    byte[] said() {
        return said.toByteArray();
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        checkWhole();
        int from = destination.position();
        int count = wire.read(destination);
        keep(destination, from, count, heard);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        checkWhole();
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            ByteBuffer source = sources[i];
            int from = source.position();
            int limit = source.limit();
            source.limit((int) Math.min(limit, from + Math.min(left, Integer.MAX_VALUE / 2)));
            int taken;
            try {
                taken = (int) wire.write(sources, i, 1);
            } finally {
                source.limit(limit);
            }
            keep(source, from, taken, said);
            count += taken;
            left -= taken;
            if (source.hasRemaining()) {
                return count;
            }
        }
        return count;
    }

    @Override
    public void whenReadable(Runnable once) {
        reader = once;
        if (brokenOff) {
            loop().execute(this::tellReader);
        } else {
            wire.whenReadable(this::tellReader);
        }
    }

    @Override
    public void whenWritable(Runnable once) {
        writer = once;
        if (brokenOff) {
            loop().execute(this::tellWriter);
        } else if (left > 0) {
            wire.whenWritable(this::tellWriter);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        wire.shutdownOutput();
    }

    @Override
    public void close() {
        wire.close();
        loop().execute(this::tellReader);
        loop().execute(this::tellWriter);
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

    private void tellReader() {
        Runnable told = reader;
        reader = null;
        if (told != null) {
            told.run();
        }
    }

    private void tellWriter() {
        Runnable told = writer;
        writer = null;
        if (told != null) {
            told.run();
        }
    }

    private void checkWhole() throws IOException {
        if (brokenOff) {
            throw new IOException("Broken off by the test");
        }
    }

    private static void keep(ByteBuffer buffer, int from, int count, ByteArrayOutputStream where) {
        for (int i = 0; i < count; i++) {
            where.write(buffer.get(from + i));
        }
    }
}
