package dev.jackfield.connector.socks.internal;

import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.connector.socks.SocksFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Runs {@link Exchange}s over a wire, and is over when the stage completes or the attempt is cancelled; after that nothing
 * has any effect.
 *
 * <p><i>Loop-confined.</i>
 */
public final class Handshake {
    private final CompletableFuture<Wire> done = new CompletableFuture<>();
    private final ByteBuffer in = ByteBuffer.allocate(Exchange.MOST);
    private final Wire wire;
    private final Attempt attempt;
    private Exchange exchange;
    private boolean over;

    /** Finds out what is to be said first. */
    @FunctionalInterface
    public interface Opening {
        /** Fails if the proxy cannot be asked for the target. */
        Exchange open() throws SocksFailure;
    }

    private Handshake(Wire wire, Attempt attempt) {
        this.wire = wire;
        this.attempt = attempt;
    }

    /** Begins in a task of its own, so that the stage cannot complete within this call. */
    public static CompletionStage<Wire> over(Wire wire, Attempt attempt, Opening opening) {
        Handshake handshake = new Handshake(wire, attempt);
        attempt.whenCancelled(handshake::cancel);
        if (!handshake.over) {
            attempt.loop().execute(() -> handshake.begin(opening));
        }
        return handshake.done;
    }

    private void begin(Opening opening) {
        if (over) {
            return;
        }
        try {
            say(opening.open());
        } catch (SocksFailure | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void say(Exchange next) {
        exchange = next;
        Wires.write(wire, next.said()).whenComplete((said, error) -> {
            if (error == null) {
                hear();
            } else {
                fail(error);
            }
        });
    }

    private void hear() {
        if (over) {
            return;
        }
        try {
            while (exchange.missing() > 0) {
                int count = wire.read(in.clear().limit(exchange.missing()));
                if (count < 0) {
                    throw exchange.ended();
                }
                if (count == 0) {
                    wire.whenReadable(this::hear);
                    return;
                }
                exchange.hear(in.flip());
            }
            Optional<Exchange> next = exchange.next();
            if (next.isPresent()) {
                say(next.get());
            } else {
                open();
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void open() throws IOException {
        if (Wires.clientBegins(attempt)) {
            int count = wire.read(in.clear().limit(1));
            if (count != 0) {
                throw count < 0 ? Exchange.gone() : Exchange.unasked(in.get(0) & 0xFF);
            }
        }
        over = true;
        done.complete(wire);
    }

    private void fail(Throwable error) {
        if (!over) {
            over = true;
            try {
                wire.close();
            } finally {
                done.completeExceptionally(error);
            }
        }
    }

    private void cancel() {
        if (!over) {
            over = true;
            wire.close();
        }
    }
}
