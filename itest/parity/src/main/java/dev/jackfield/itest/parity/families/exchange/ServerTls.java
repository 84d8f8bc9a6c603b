package dev.jackfield.itest.parity.families.exchange;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** The server's side of TLS, in memory. Whatever goes wrong ends it: the client is the one that is looked at. */
final class ServerTls {
    private final SSLEngine engine;
    private final Consumer<byte[]> received;
    private final Consumer<byte[]> wire;
    private ByteBuffer cipher = ByteBuffer.allocate(0);
    private ByteBuffer unsent = ByteBuffer.allocate(0);

    ServerTls(SSLEngine engine, Consumer<byte[]> received, Consumer<byte[]> wire) {
        this.engine = engine;
        this.received = received;
        this.wire = wire;
    }

    void receive(byte[] octets) {
        cipher = joined(cipher, octets);
        turn();
    }

    void send(byte[] octets) {
        unsent = joined(unsent, octets);
        turn();
    }

    void close() {
        engine.closeOutbound();
        turn();
    }

    private void turn() {
        try {
            boolean more = true;
            while (more) {
                more = switch (engine.getHandshakeStatus()) {
                    case NEED_TASK -> tasks();
                    case NEED_WRAP -> wrap();
                    case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
                    case NOT_HANDSHAKING, FINISHED -> unwrap() | (unsent.hasRemaining() && wrap());
                };
            }
        } catch (SSLException broken) {
            alert();
        }
    }

    private boolean tasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return true;
    }

    private boolean wrap() throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(unsent, out);
        if (out.position() > 0) {
            wire.accept(Arrays.copyOf(out.array(), out.position()));
        }
        return result.getStatus() == SSLEngineResult.Status.OK && out.position() > 0;
    }

    private boolean unwrap() throws SSLException {
        if (!cipher.hasRemaining() || engine.isInboundDone()) {
            return false;
        }
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(cipher, out);
        if (out.position() > 0) {
            received.accept(Arrays.copyOf(out.array(), out.position()));
        }
        return result.getStatus() == SSLEngineResult.Status.OK
                && (result.bytesConsumed() > 0 || result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP);
    }

    /** Tells the other end, as servers do. */
    private void alert() {
        try {
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && wrap()) {
                // until it is told
            }
        } catch (SSLException nothingMoreToSay) {
            // so be it
        }
    }

    private static ByteBuffer joined(ByteBuffer first, byte[] second) {
        ByteBuffer both = ByteBuffer.allocate(first.remaining() + second.length);
        return both.put(first).put(second).flip();
    }
}
