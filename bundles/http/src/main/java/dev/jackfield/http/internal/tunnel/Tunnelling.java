package dev.jackfield.http.internal.tunnel;

import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Drives one {@link Tunnel} over a wire. <i>Loop-confined.</i> */
final class Tunnelling {
    /** Then others have their turn: a proxy may send an endless head, and it is read in small pieces. */
    private static final int READS_PER_TURN = 256;

    private static final int BUFFER = 1024;
    private static final int MOST_SHOWN = 16;

    private final Tunnel tunnel;
    private final Wire wire;
    private final Attempt attempt;
    private final CompletableFuture<Wire> done = new CompletableFuture<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private boolean ended;

    Tunnelling(Tunnel tunnel, Wire wire, Attempt attempt) {
        this.tunnel = tunnel;
        this.wire = wire;
        this.attempt = attempt;
    }

    CompletionStage<Wire> start() {
        attempt.whenCancelled(this::cancel);
        attempt.loop().execute(this::write);
        return done;
    }

    private void write() {
        if (ended) {
            return;
        }
        try {
            Wires.write(wire, tunnel.request()).whenComplete((written, error) -> {
                if (error != null) {
                    fail(error);
                } else {
                    read();
                }
            });
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void read() {
        try {
            for (int reads = 0; reads < READS_PER_TURN; reads++) {
                int count = wire.read(buffer.clear().limit(Math.min(tunnel.most(), BUFFER)));
                if (count < 0) {
                    throw tunnel.ended();
                }
                if (count == 0) {
                    break;
                }
                Tunnel.Next next = tunnel.feed(buffer.flip());
                if (next == Tunnel.Next.WRITE) {
                    write();
                    return;
                }
                if (next == Tunnel.Next.OPEN) {
                    open();
                    return;
                }
            }
            wire.whenReadable(this::read);
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void open() throws IOException {
        if (Wires.clientBegins(attempt)) {
            int count = wire.read(buffer.clear().limit(MOST_SHOWN));
            if (count != 0) {
                throw new IOException("Expected nothing behind the proxy's answer before something was sent, got "
                        + (count < 0
                                ? "the end of the connection"
                                : Greeting.shown(Arrays.copyOf(buffer.array(), count))));
            }
        }
        ended = true;
        done.complete(wire);
    }

    private void fail(Throwable error) {
        if (!ended) {
            ended = true;
            try {
                wire.close();
            } finally {
                done.completeExceptionally(error);
            }
        }
    }

    private void cancel() {
        if (!ended) {
            ended = true;
            wire.close();
        }
    }
}
