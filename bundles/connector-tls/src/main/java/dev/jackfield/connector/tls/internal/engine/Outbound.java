package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * What was wrapped and has not been taken from below yet. Holds a buffer only while something is in it. <i>Loop-confined.</i>
 */
final class Outbound {
    private static final ByteBuffer[] NOTHING = {ByteBuffer.allocate(0)};

    private final Wire below;
    private final ByteBuffer[] net = new ByteBuffer[1];
    private boolean ended;

    Outbound(Wire below) {
        this.below = below;
    }

    /** Whether something waits for room below. */
    boolean pending() {
        return net[0] != null;
    }

    /** Hands down what is there; true if nothing is left. */
    boolean flush() throws IOException {
        if (net[0] == null) {
            return true;
        }
        try {
            while (net[0].hasRemaining()) {
                if (below.write(net, 0, 1) == 0) {
                    return false;
                }
            }
        } catch (SSLException e) {
            throw new Below(e);
        }
        release();
        return true;
    }

    /**
     * Wraps as much as there is room for, and, at any rate first, what the engine has to say by itself.
     *
     * @return how many bytes were taken
     */
    long wrap(SSLEngine engine, ByteBuffer[] sources, int offset, int length) throws SSLException {
        if (!isAsked(engine) && !hasRemaining(sources, offset, length)) {
            return 0;
        }
        ByteBuffer into = net[0] == null ? Buffers.borrow() : net[0].compact();
        net[0] = into;
        int packet = engine.getSession().getPacketBufferSize();
        long taken = 0;
        try {
            while (into.remaining() >= packet && (isAsked(engine) || hasRemaining(sources, offset, length))) {
                SSLEngineResult result = engine.wrap(sources, offset, length, into);
                taken += result.bytesConsumed();
                if (result.bytesProduced() == 0 && result.bytesConsumed() == 0) {
                    break;
                }
            }
        } finally {
            into.flip();
            if (!into.hasRemaining()) {
                release();
            }
        }
        return taken;
    }

    /** After this there is only the last word of the engine, which is close_notify, still to be wrapped. */
    void end(SSLEngine engine) {
        ended = true;
        engine.closeOutbound();
    }

    /** Wraps what the engine has to say by itself: its part of a handshake, alerts. */
    void wrap(SSLEngine engine) throws SSLException {
        wrap(engine, NOTHING, 0, 1);
    }

    /** Forgets what is there. */
    void release() {
        if (net[0] != null) {
            Buffers.giveBack(net[0]);
            net[0] = null;
        }
    }

    /** Not every engine tells that it has a last word to say. */
    private boolean isAsked(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP || ended && !engine.isOutboundDone();
    }

    private static boolean hasRemaining(ByteBuffer[] sources, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (sources[i].hasRemaining()) {
                return true;
            }
        }
        return false;
    }
}
