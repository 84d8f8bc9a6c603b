package dev.jackfield.itest.parity.families.exchange;

import dev.jackfield.testkit.PipeWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/** A server's end of a connection as a stream: takes all that is to be sent, and tells all that comes, maybe over TLS. */
final class ServerStream {
    private final PipeWire wire;
    private final Consumer<byte[]> received;
    private final Runnable ended;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private Runnable flushed = () -> {};
    private ServerTls tls;
    private boolean over;

    ServerStream(PipeWire wire, Consumer<byte[]> received, Runnable ended) {
        this.wire = wire;
        this.received = received;
        this.ended = ended;
    }

    void start() {
        wire.whenReadable(this::read);
    }

    /** From now on everything is encrypted. */
    void encrypt(SSLEngine engine) {
        tls = new ServerTls(engine, received, this::put);
    }

    void send(byte[] octets) {
        if (tls == null) {
            put(octets);
        } else {
            tls.send(octets);
        }
    }

    /** Says goodbye, if that is customary. */
    void farewell() {
        if (tls != null) {
            tls.close();
        }
    }

    /** Does something once all is sent. */
    void then(Runnable task) {
        flushed = task;
        flush();
    }

    boolean over() {
        return over;
    }

    private void put(byte[] octets) {
        unsent.add(ByteBuffer.wrap(octets));
        flush();
    }

    private void flush() {
        try {
            while (!unsent.isEmpty()) {
                wire.write(new ByteBuffer[] {unsent.peek()}, 0, 1);
                if (unsent.peek().hasRemaining()) {
                    wire.whenWritable(this::flush);
                    return;
                }
                unsent.remove();
            }
        } catch (IOException clientHasGone) {
            unsent.clear();
        }
        Runnable next = flushed;
        flushed = () -> {};
        next.run();
    }

    private void read() {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        try {
            int count;
            while ((count = wire.read(buffer.clear())) > 0) {
                came.write(buffer.array(), 0, count);
            }
            over = count < 0;
        } catch (IOException closedHere) {
            return;
        }
        if (came.size() > 0) {
            if (tls == null) {
                received.accept(came.toByteArray());
            } else {
                tls.receive(came.toByteArray());
            }
        }
        if (over) {
            ended.run();
        } else {
            wire.whenReadable(this::read);
        }
    }
}
