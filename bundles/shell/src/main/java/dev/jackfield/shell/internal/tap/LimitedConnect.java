package dev.jackfield.shell.internal.tap;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Timer;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One connect that may take so long for each address, and a little longer for one that the connector does not prepare.
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

    LimitedConnect(HostPort target, Attempt attempt, Duration limit) {
        this.target = target;
        this.limit = limit;
        this.patience = new Timer(attempt.loop(), this::expired);
        this.dial = Dial.on(attempt.loop())
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

    CompletionStage<Wire> by(Connector connector) {
        CompletionStage<Wire> stage = connector.connect(target, dial);
        patience.start(limit.plus(GRACE));
        stage.whenComplete(this::ended);
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
                "Expected a connection to " + target + " within " + Spans.text(limit) + ", got none"));
    }
}
