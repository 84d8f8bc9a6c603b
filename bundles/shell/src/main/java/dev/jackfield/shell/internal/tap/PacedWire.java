package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Timer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A wire that is read no faster than a gate lets through, and that breaks when its peer is silent for too long. While the
 * gate is closed the watch rests: then it is this side that keeps the peer waiting.
 *
 * <p><i>Loop-confined.</i>
 */
final class PacedWire implements ForwardingWire {
    private static final Runnable NOBODY = () -> {};

    private final Wire below;
    private final Gate gate;
    private final Duration limit;
    private final Timer silence;
    private Runnable reader = NOBODY;
    private boolean resting = true;
    private boolean broken;
    private boolean closed;

    PacedWire(Wire wire, Gate gate, Duration limit) {
        this.below = wire;
        this.gate = gate;
        this.limit = limit;
        this.silence = new Timer(wire.loop(), this::expired);
    }

    @Override
    public Wire below() {
        return below;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        if (broken) {
            throw new SocketTimeoutException("Expected some activity within " + Spans.text(limit) + ", got none");
        }
        if (!gate.open()) {
            return 0;
        }
        int count = ForwardingWire.super.read(destination);
        if (count != 0) {
            silence.touch();
        }
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long count = ForwardingWire.super.write(sources, offset, length);
        if (count > 0) {
            silence.touch();
        }
        return count;
    }

    @Override
    public void whenReadable(Runnable once) {
        reader = once;
        if (broken) {
            loop().execute(this::tellReader);
        } else if (gate.open()) {
            listen();
        } else {
            resting = true;
            silence.rest();
            gate.whenOpen(() -> loop().execute(this::listen));
        }
    }

    @Override
    public void close() {
        closed = true;
        reader = NOBODY;
        silence.close();
        ForwardingWire.super.close();
    }

    private void listen() {
        if (closed) {
            return;
        }
        if (resting) {
            resting = false;
            silence.start(limit);
        }
        ForwardingWire.super.whenReadable(this::tellReader);
    }

    private void tellReader() {
        Runnable told = reader;
        reader = NOBODY;
        told.run();
    }

    /** Whoever waits for the peer gets to know by reading. */
    private void expired() {
        broken = true;
        tellReader();
    }
}
