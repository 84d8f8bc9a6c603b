package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A request on its way out: head and body, as much at a time as the wire takes. <i>Loop-confined.</i> */
final class Outgoing {
    private static final byte[] NOTHING = new byte[0];

    private byte[] head = NOTHING;
    private byte[] body = NOTHING;
    private long sent;

    void begin(byte[] newHead, byte[] newBody) {
        head = newHead;
        body = newBody;
        sent = 0;
    }

    /** Writes what the wire takes now. Returns true once everything was taken. */
    boolean flush(Wire wire, Lane lane) throws IOException {
        while (!complete()) {
            ByteBuffer[] buffers = lane.out();
            ByteBuffer out = buffers[0];
            if (sent < head.length) {
                put(out, head, (int) sent);
            }
            if (out.hasRemaining() && body.length > 0) {
                put(out, body, (int) Math.max(0, sent - head.length));
            }
            int offered = out.flip().remaining();
            long taken = wire.write(buffers, 0, 1);
            sent += taken;
            if (taken < offered) {
                return false;
            }
        }
        return true;
    }

    boolean complete() {
        return sent == head.length + (long) body.length;
    }

    /** Whether not one octet was taken. */
    boolean untouched() {
        return sent == 0;
    }

    /** An idle connection need not hold on to the last request. */
    void forget() {
        begin(NOTHING, NOTHING);
    }

    private static void put(ByteBuffer out, byte[] bytes, int from) {
        out.put(bytes, from, Math.min(out.remaining(), bytes.length - from));
    }
}
