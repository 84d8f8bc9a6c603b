package com.example.jackfield.count;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;

/** Leaves everything to the wire below, and counts what has been moved. <i>Loop-confined</i> like every wire. */
record CountedWire(Wire below, LongAdder counter) implements ForwardingWire {
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
}
