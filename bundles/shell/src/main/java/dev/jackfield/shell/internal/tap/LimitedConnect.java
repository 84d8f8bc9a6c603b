package dev.jackfield.shell.internal.tap;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Timer;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One connect that may take so long for each address, and a little longer for one that the connector does not prepare; or
 * one handshake that may take so long.
 *
 * <p><i>Loop-confined.</i>
 */
final class LimitedConnect {
    /** The connector knows more about what it did in vain, so it gets the first word. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final HostPort target;
    private final Duration limit;
    private final Timer patience;
    private final Dial dial;
    private final CompletableFuture<Wire> result = new CompletableFuture<>();
    private String expected = "a connection";

    private LimitedConnect(HostPort target, Attempt attempt, Duration limit) {
        this.target = target;
        this.limit = limit;
        this.patience = new Timer(attempt.loop(), this::expired);
        this.dial = Dial.on(attempt.loop(), limit)
                .preparing(socket -> {
                    patience.touch();
                    attempt.prepare(socket);
                    return limit;
                })
                .accepting(attempt::accepts)
                .speaking(attempt.protocols())
                .reporting(attempt::entering);
        attempt.whenCancelled(() -> {
            patience.close();
            dial.cancel();
        });
    }

    static LimitedConnect to(HostPort target, Attempt attempt, Duration limit) {
        return new LimitedConnect(target, attempt, limit);
    }

    CompletionStage<Wire> by(Connector connector) {
        CompletionStage<Wire> stage = connector.connect(target, dial);
        patience.start(limit.plus(GRACE));
        stage.whenComplete(this::ended);
        return result;
    }

    /** A layer need not know how long it may take; and below it there is nothing to be waited for when time is up. */
    CompletionStage<Wire> by(Layer layer, Wire below) {
        expected = "the end of a handshake on the way";
        CompletionStage<Wire> stage = layer.over(below, target, dial);
        patience.start(limit);
        stage.whenComplete(this::ended);
        result.whenComplete((wire, error) -> {
            if (error != null) {
                below.close();
            }
        });
        return result;
    }

    private void ended(Wire wire, Throwable error) {
        patience.close();
        if (error != null) {
            result.completeExceptionally(error);
        } else if (!result.complete(wire)) {
            wire.close();
        }
    }

    private void expired() {
        dial.cancel();
        result.completeExceptionally(new SocketTimeoutException(
                "Expected " + expected + " to " + target + " within " + Spans.text(limit) + ", got none"));
    }
}
