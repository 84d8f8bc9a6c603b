package dev.jackfield.itest.bench.stream;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Takes everything, and counts. */
final class Drain implements WritableByteChannel {
    private volatile long octets;

    /** What has come so far. */
    long octets() {
        return octets;
    }

    @Override
    public int write(ByteBuffer bytes) {
        int count = bytes.remaining();
        bytes.position(bytes.limit());
        // One thread at a time writes.
        octets = octets + count;
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
