package dev.jackfield.http.internal;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/** A wire that was handed over: octets that had been read already come first. <i>Loop-confined.</i> */
final class HandedWire implements ForwardingWire {
    private static final Runnable NOBODY = () -> {};

    private final Wire below;
    private final boolean asked;
    /** Read already, and still to be read by the new owner. */
    private final ByteBuffer early;

    private Runnable waiter = NOBODY;
    private boolean closed;

    /**
     * A wire for somebody else.
     *
     * @param early taken over
     * @param asked whether the whole request is out. If not, whatever is written would be taken for the rest of it
     */
    HandedWire(Wire below, ByteBuffer early, boolean asked) {
        this.below = below;
        this.early = early;
        this.asked = asked;
    }

    @Override
    public Wire below() {
        return below;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (!early.hasRemaining()) {
            return below.read(destination);
        }
        int count = Math.min(early.remaining(), destination.remaining());
        destination.put(early.slice(early.position(), count));
        early.position(early.position() + count);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        if (!asked && !closed) {
            throw new IOException("Expected a server that reads the whole request, got its answer before that;"
                    + " what is written now would be taken for the rest of the request");
        }
        return below.write(sources, offset, length);
    }

    @Override
    public void whenReadable(Runnable once) {
        if (closed) {
            below.whenReadable(once);
            return;
        }
        if (!early.hasRemaining()) {
            waiter = NOBODY;
            below.whenReadable(once);
            return;
        }
        boolean waking = waiter != NOBODY;
        waiter = once;
        if (!waking) {
            loop().execute(this::wake);
        }
    }

    @Override
    public void close() {
        closed = true;
        early.position(early.limit());
        below.close();
    }

    private void wake() {
        Runnable woken = waiter;
        waiter = NOBODY;
        woken.run();
    }
}
