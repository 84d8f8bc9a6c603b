package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;

/**
 * What has come from below and was not unwrapped yet: whole records, and maybe the beginning of one (RFC 8446 section 5.1).
 * Holds a buffer only while something is in it. <i>Loop-confined.</i>
 */
final class Inbound {
    /** The longest record: its head, and what RFC 5246 section 6.2.3 allows. */
    static final int MOST = Inbound.HEAD + (1 << 14) + 2048;

    /** Content type (RFC 8446 section 5.1) of handshakes. */
    static final int HANDSHAKE = 22;

    /** Octets before the content of a record. */
    static final int HEAD = 5;

    /** How much is drained at most. Tickets take a few hundred octets; a peer that says more than this goes on anyway. */
    static final int MOST_DRAINED = Buffers.SIZE;

    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 24;
    private static final int MAJOR = 3;

    private final Wire below;
    private ByteBuffer net;
    private boolean begun;

    Inbound(Wire below) {
        this.below = below;
    }

    /** Whether anything has ever come. */
    boolean begun() {
        return begun;
    }

    /** Reads from below what is there; 0 if there is nothing now, -1 at the end. */
    int fill() throws IOException {
        if (net == null) {
            net = Buffers.borrow().flip();
        }
        net.compact();
        int count;
        try {
            count = below.read(net);
        } catch (SSLException e) {
            throw new Below(e);
        } finally {
            net.flip();
        }
        begun |= count > 0;
        return count;
    }

    /**
     * The length of the first record with its head, or 0 if it is not all there.
     *
     * @throws SSLException if it is no record
     */
    int record() throws SSLException {
        int there = net == null ? 0 : net.remaining();
        if (there == 0) {
            return 0;
        }
        int at = net.position();
        int type = net.get(at);
        if (type < FIRST_TYPE || type > LAST_TYPE || there > 1 && net.get(at + 1) != MAJOR) {
            throw new SSLProtocolException("Expected a TLS record, got " + Excerpt.of(net));
        }
        if (there < HEAD) {
            return 0;
        }
        int length = HEAD + (Short.toUnsignedInt(net.getShort(at + 3)));
        if (length > MOST) {
            throw new SSLProtocolException(
                    "Expected a TLS record of at most " + (MOST - HEAD) + " octets, got one of " + (length - HEAD));
        }
        return there < length ? 0 : length;
    }

    /** The content type of the first record, in its head. */
    int type() {
        return net.get(net.position());
    }

    /** Unwraps the first record, and shows the engine nothing of the next. */
    SSLEngineResult unwrap(SSLEngine engine, int length, ByteBuffer into) throws SSLException {
        int limit = net.limit();
        int end = net.position() + length;
        net.limit(end);
        try {
            SSLEngineResult result = engine.unwrap(net, into);
            if (result.bytesConsumed() != length && result.bytesConsumed() != 0) {
                throw new SSLException("Expected the engine to take a record of " + length
                        + " octets as a whole, but it took " + result.bytesConsumed());
            }
            return result;
        } finally {
            net.limit(limit);
        }
    }

    /**
     * Takes away what has come by now and nobody has asked for: a socket closed with something unread in it is reset, and
     * what it had taken to be written is lost (RFC 1122 section 4.2.2.13).
     */
    void drain() {
        ByteBuffer unread = Buffers.borrow();
        try {
            while (unread.hasRemaining() && below.read(unread) > 0) {
                // until nothing is there
            }
        } catch (IOException e) {
            // Then nothing is there any more.
        } finally {
            Buffers.giveBack(unread);
        }
    }

    /** Gives the buffer back if nothing is in it. */
    void rest() {
        if (net != null && !net.hasRemaining()) {
            release();
        }
    }

    /** Gives the buffer back, whatever is in it. */
    void release() {
        if (net != null) {
            Buffers.giveBack(net);
            net = null;
        }
    }

    /** Whether there is a buffer now. */
    boolean holds() {
        return net != null;
    }
}
