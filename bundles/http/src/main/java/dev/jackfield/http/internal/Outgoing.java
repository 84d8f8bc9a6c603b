package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A request on its way out: head and body, as much at a time as the wire takes. A body in memory goes out together with
 * the head; any other, once the head is out. <i>Loop-confined.</i>
 */
final class Outgoing {
    private static final byte[] NOTHING = new byte[0];

    private byte[] head = NOTHING;
    private byte[] body = NOTHING;
    /** Null for a body in memory. */
    private Upload upload;

    private long sent;
    /** Octets of the body that may go now: all of those in memory, or none while it is held back. */
    private int open;
    /** Something is held back, not even known yet, or never to be sent. */
    private boolean owing;

    /** A request with its body in memory, which may be held back. */
    void begin(byte[] newHead, byte[] newBody, boolean hold) {
        head = newHead;
        body = newBody;
        upload = null;
        sent = 0;
        owing = hold;
        open = hold ? 0 : newBody.length;
    }

    /** A request with a body that is yet to be read, which may be held back. */
    void begin(byte[] newHead, Upload newUpload, boolean hold) {
        begin(newHead, NOTHING, hold);
        upload = newUpload;
    }

    /** A request that is not ready. */
    void await() {
        begin(NOTHING, NOTHING, true);
    }

    /** The body may come now. */
    void release() {
        owing = false;
        open = body.length;
    }

    /** Nothing more is sent. */
    void stop() {
        if (!complete()) {
            owing = true;
            head = NOTHING;
            open = 0;
            closeUpload();
        }
    }

    /** Writes what there is and the wire takes now. Returns false if it takes no more. */
    boolean flush(Wire wire, Lane lane) throws IOException {
        while (sent < head.length + (long) open) {
            ByteBuffer[] buffers = lane.out();
            ByteBuffer out = buffers[0];
            if (sent < head.length) {
                put(out, head, (int) sent, head.length);
            }
            if (out.hasRemaining() && open > 0) {
                put(out, body, (int) Math.max(0, sent - head.length), open);
            }
            int offered = out.flip().remaining();
            long taken = wire.write(buffers, 0, 1);
            sent += taken;
            if (taken < offered) {
                return false;
            }
        }
        return owing || upload == null || upload.flush(wire);
    }

    boolean complete() {
        return !owing && sent == head.length + (long) body.length && (upload == null || upload.complete());
    }

    /** Whether the body waits for a word of the server. */
    boolean held() {
        return owing && head.length > 0;
    }

    /** Whether not one octet was taken. */
    boolean untouched() {
        return sent == 0;
    }

    /** An idle connection need not hold on to the last request. */
    void forget() {
        closeUpload();
        begin(NOTHING, NOTHING, false);
    }

    private void closeUpload() {
        if (upload != null) {
            upload.close();
            upload = null;
        }
    }

    private static void put(ByteBuffer out, byte[] bytes, int from, int to) {
        out.put(bytes, from, Math.min(out.remaining(), to - from));
    }
}
