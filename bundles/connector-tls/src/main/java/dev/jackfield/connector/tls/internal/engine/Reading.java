package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.loop.Loop;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;

/** The incoming direction after the handshake: records in, bytes out. <i>Loop-confined.</i> */
final class Reading {
    /**
     * How many records in a row may carry nothing (tickets, updates of keys, padding), besides those that time allows. A
     * peer with more of them only wants to keep this side busy.
     */
    static final int MOST_EMPTY = 256;

    /**
     * How many more for each second since data came last. Time counts whether anybody reads or not, so that what has come
     * slowly is no flood to who reads it all at once.
     */
    static final int MOST_EMPTY_A_SECOND = 16;

    /** How many of them one read takes, so that others on the loop have their turns. */
    static final int MOST_EMPTY_A_READ = 64;

    private static final long NANOS_FOR_ONE = 1_000_000_000 / MOST_EMPTY_A_SECOND;

    private final SSLEngine engine;
    private final Inbound in;
    private final boolean handshakesHidden;
    private final Loop loop;
    private ByteBuffer plain;
    private IOException broken;
    private boolean ended;
    private boolean asksToWrite;
    private long empty;
    private int emptyInThisRead;
    private long lastData;

    Reading(SSLEngine engine, Inbound in, Negotiated negotiated, Loop loop) {
        this.engine = engine;
        this.in = in;
        this.handshakesHidden = negotiated.protocol().equals("TLSv1.3");
        this.loop = loop;
        this.lastData = loop.nanoTime();
    }

    /** As {@link dev.jackfield.connector.Wire#read}. */
    int read(ByteBuffer destination) throws IOException {
        if (plain != null) {
            return leftOver(destination);
        }
        if (broken != null) {
            throw broken;
        }
        if (ended || !destination.hasRemaining()) {
            return ended ? -1 : 0;
        }
        int before = destination.position();
        emptyInThisRead = 0;
        try {
            while (emptyInThisRead < MOST_EMPTY_A_READ && more(destination, destination.position() > before)) {
                // until the destination is full, or nothing is there
            }
        } catch (IOException e) {
            if (destination.position() == before) {
                throw e;
            }
            broken = e;
        } finally {
            rest();
        }
        int count = destination.position() - before;
        return count == 0 && ended ? -1 : count;
    }

    /** Whether a read would have something to say without anything more from below. */
    boolean hasSomething() {
        try {
            return plain != null || ended || broken != null || in.record() > 0;
        } catch (SSLException e) {
            return true;
        }
    }

    /** What the next read throws when nothing is left to be read; null if nothing is known. */
    IOException broken() {
        return broken;
    }

    /** Whether the engine has had something to say since this was last asked. */
    boolean asksToWrite() {
        boolean asks = asksToWrite;
        asksToWrite = false;
        return asks;
    }

    /** What is unwrapped can still be read; then this is thrown. */
    void breakWith(IOException failure) {
        broken = failure;
        in.release();
    }

    /** As {@link Inbound#drain}. */
    void drain() {
        in.drain();
    }

    /** Forgets what was not read. */
    void release() {
        in.release();
        if (plain != null) {
            Buffers.giveBack(plain);
            plain = null;
        }
    }

    /** Whether a buffer is in use now. */
    boolean holdsBuffers() {
        return plain != null || in.holds();
    }

    /** Nothing that comes after the end is of use. */
    private void rest() {
        if (ended) {
            in.release();
        } else {
            in.rest();
        }
    }

    /** Goes on by one record; false if there is none now, or no room for it. */
    private boolean more(ByteBuffer destination, boolean got) throws IOException {
        int length = in.record();
        if (length == 0) {
            return !got && filled();
        }
        if (destination.remaining() >= length) {
            return unwrap(length, destination);
        }
        return !got && unwrapAside(length, destination);
    }

    private boolean filled() throws IOException {
        int count = in.fill();
        if (count < 0) {
            throw new EOFException("The stream was cut off: it ended without close_notify (RFC 8446 section 6.1)");
        }
        return count > 0;
    }

    /** Engines refuse to unwrap if the record might not fit. */
    private boolean unwrapAside(int length, ByteBuffer destination) throws SSLException {
        ByteBuffer aside = Buffers.borrow();
        boolean goesOn;
        try {
            goesOn = unwrap(length, aside);
        } catch (SSLException | RuntimeException | Error e) {
            Buffers.giveBack(aside);
            throw e;
        }
        plain = aside.flip();
        leftOver(destination);
        return goesOn && destination.hasRemaining();
    }

    private int leftOver(ByteBuffer destination) {
        int count = Math.min(plain.remaining(), destination.remaining());
        destination.put(destination.position(), plain, plain.position(), count);
        destination.position(destination.position() + count);
        plain.position(plain.position() + count);
        if (!plain.hasRemaining()) {
            Buffers.giveBack(plain);
            plain = null;
        }
        return count;
    }

    /** Unwraps one record where there is room for all of it; false at the end. */
    private boolean unwrap(int length, ByteBuffer into) throws SSLException {
        if (in.type() == Inbound.HANDSHAKE && !handshakesHidden) {
            throw new SSLProtocolException("Expected no more handshakes, as renegotiation is refused, got one");
        }
        SSLEngineResult result = in.unwrap(engine, length, into);
        if (result.bytesConsumed() == 0 || result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            throw new SSLProtocolException("Expected no more handshakes, got " + result.getStatus() + " and "
                    + result.getHandshakeStatus() + " from the engine");
        }
        asksToWrite |= result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
        ended |= result.getStatus() == Status.CLOSED && engine.isInboundDone();
        if (result.bytesProduced() > 0) {
            empty = 0;
            lastData = loop.nanoTime();
        } else {
            checkEmpty();
        }
        return !ended;
    }

    private void checkEmpty() throws SSLProtocolException {
        emptyInThisRead++;
        long most = MOST_EMPTY + (loop.nanoTime() - lastData) / NANOS_FOR_ONE;
        if (++empty > most) {
            throw new SSLProtocolException("Expected data, got " + empty + " records in a row without any, of which "
                    + MOST_EMPTY + " may come at once and " + MOST_EMPTY_A_SECOND + " more each second");
        }
    }
}
