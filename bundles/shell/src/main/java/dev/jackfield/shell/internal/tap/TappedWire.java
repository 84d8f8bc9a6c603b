package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A wire that shows the first head written to it, line by line. */
final class TappedWire extends ForwardingWire {
    private final HeadLines lines;

    TappedWire(Wire wire, Consumer<String> lines) {
        super(wire);
        this.lines = new HeadLines(line -> lines.accept(("> " + line).stripTrailing()));
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        if (lines.complete()) {
            return super.write(sources, offset, length);
        }
        ByteBuffer[] before = new ByteBuffer[length];
        for (int i = 0; i < length; i++) {
            before[i] = sources[offset + i].duplicate();
        }
        long written = super.write(sources, offset, length);
        for (int i = 0; i < length; i++) {
            lines.accept(before[i].limit(sources[offset + i].position()));
        }
        return written;
    }
}
