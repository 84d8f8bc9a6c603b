package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.TlsPeer;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** A client under test before a server whose engine is turned by hand, so that a test can cut, add and change what it says. */
final class ByHand {
    final ManualLoop loop;
    final PipeWire.Pair pipe;
    final SSLEngine server;
    final Dial dial;
    final CompletableFuture<Wire> outcome;
    private final ByteBuffer fromClient = ByteBuffer.allocate(1 << 20).flip();
    private final ByteBuffer plain = ByteBuffer.allocate(1 << 20);
    private boolean begun;

    ByHand(Layer layer) {
        this(layer, engine -> {});
    }

    ByHand(Layer layer, Consumer<SSLEngine> prepare) {
        this(layer, prepare, PipeWire.CAPACITY);
    }

    ByHand(Layer layer, Consumer<SSLEngine> prepare, int capacity) {
        this(new ManualLoop(), loop -> loop, layer, prepare, capacity);
    }

    /** On a loop that is turned together with those of others. */
    ByHand(ManualLoop turned, Loop seen, Layer layer) {
        this(turned, loop -> seen, layer, engine -> {}, PipeWire.CAPACITY);
    }

    private ByHand(
            ManualLoop turned, UnaryOperator<Loop> seen, Layer layer, Consumer<SSLEngine> prepare, int capacity) {
        loop = turned;
        Loop shown = seen.apply(turned);
        dial = Dial.on(shown);
        pipe = PipeWire.pair(shown, Chunks.whole(), Chunks.whole(), capacity);
        server = TlsPeer.engine(prepare);
        outcome = layer.over(pipe.near(), HostPort.of("origin.example", 443), dial)
                .toCompletableFuture();
        loop.settle();
    }

    /** Goes on until neither side has anything to say; the server's records go through the given hands. */
    ByHand handshake() throws IOException {
        for (byte[] said; (said = answer()).length > 0; ) {
            send(said);
        }
        return this;
    }

    /** What the server says to what the client has said meanwhile. */
    byte[] answer() throws IOException {
        take();
        try {
            return turn();
        } catch (SSLException e) {
            return drain();
        }
    }

    /** Puts octets on the wire to the client. */
    void send(byte[] octets) throws IOException {
        ByteBuffer[] source = {ByteBuffer.wrap(octets)};
        while (source[0].hasRemaining()) {
            pipe.far().write(source, 0, 1);
            loop.settle();
        }
    }

    /** Wraps data, or what the server has to say by itself. */
    byte[] wrap(byte[] data) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(data.length + (1 << 16));
        ByteBuffer source = ByteBuffer.wrap(data);
        do {
            server.wrap(source, out);
        } while (source.hasRemaining() || server.getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
        return Arrays.copyOf(out.array(), out.position());
    }

    Wire wire() {
        return outcome.getNow(null);
    }

    Throwable failure() {
        try {
            outcome.getNow(null);
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    /** What the server has been told so far. */
    byte[] heard() throws IOException {
        take();
        turn();
        return Arrays.copyOf(plain.array(), plain.position());
    }

    /** What can be read of the client's wire now. */
    byte[] read() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(20_000);
        while (wire().read(buffer.clear()) > 0) {
            all.write(buffer.array(), 0, buffer.position());
        }
        return all.toByteArray();
    }

    /** Cuts what was said into records. */
    static List<byte[]> records(byte[] said) {
        List<byte[]> records = new ArrayList<>();
        for (int at = 0; at < said.length; ) {
            int length = 5 + Short.toUnsignedInt(ByteBuffer.wrap(said).getShort(at + 3));
            records.add(Arrays.copyOfRange(said, at, at + length));
            at += length;
        }
        return records;
    }

    /** Whether the server has heard anything at all. */
    boolean hasBegun() {
        return begun;
    }

    private void take() throws IOException {
        fromClient.compact();
        while (pipe.far().read(fromClient) > 0) {
            loop.settle();
        }
        fromClient.flip();
        begun |= fromClient.hasRemaining();
    }

    private byte[] turn() throws SSLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            for (Runnable task; (task = server.getDelegatedTask()) != null; ) {
                task.run();
            }
            if (server.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                out.writeBytes(drain());
            } else {
                int before = fromClient.remaining();
                if (before > 0) {
                    server.unwrap(fromClient, plain);
                }
                if (fromClient.remaining() == before && server.getHandshakeStatus() != HandshakeStatus.NEED_TASK) {
                    return out.toByteArray();
                }
            }
        }
    }

    private byte[] drain() throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(1 << 17);
        while (server.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            if (server.wrap(ByteBuffer.allocate(0), out).bytesProduced() == 0) {
                break;
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
