package dev.jackfield.http.internal.body;

import java.nio.ByteBuffer;

/** Octets in memory, one after the other. */
final class OctetsSupply implements Supply {
    private final byte[] octets;
    private int at;

    OctetsSupply(byte[] octets) {
        this.octets = octets;
    }

    @Override
    public int read(ByteBuffer out) {
        if (at == octets.length) {
            return -1;
        }
        int count = Math.min(out.remaining(), octets.length - at);
        out.put(octets, at, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
