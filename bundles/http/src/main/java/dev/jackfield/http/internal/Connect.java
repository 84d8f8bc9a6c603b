package dev.jackfield.http.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.loop.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** One connection in the making, for one call. Confined to the loop of its pool. */
final class Connect {
    /** By how much longer we wait than the connector, which knows better what it was that took so long. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final OriginPool pool;
    private final Lane lane;
    private final Call call;
    private final Route route;
    private final Duration limit;
    private final Timer patience;
    private final Dial dial;
    private boolean ended;

    Connect(OriginPool pool, Lane lane, Call call, Route route) {
        this.pool = pool;
        this.lane = lane;
        this.call = call;
        this.route = route;
        this.limit = call.timeout();
        this.patience = new Timer(lane.loop, this::expired);
        this.dial = Dial.on(lane.loop).preparing(socket -> {
            patience.touch();
            return limit;
        });
    }

    void start(HostPort target) {
        patience.start(limit.plus(GRACE));
        CompletionStage<Wire> stage;
        try {
            stage = route.connector().connect(target, dial);
            Objects.requireNonNull(stage, "Expected a stage from the connector, got null");
        } catch (RuntimeException | Error e) {
            // Errors, too: calls into a bundle that was just uninstalled end with some.
            stage = CompletableFuture.failedFuture(e);
        }
        // Even a connector that breaks the rules, and completes at once or elsewhere, is heard in a later turn only.
        stage.whenComplete((wire, error) -> lane.execute(() -> completed(wire, error)));
    }

    /** The call does not want it any more. */
    void cancel() {
        if (end()) {
            dial.cancel();
            pool.notConnected(this);
        }
    }

    /** Nobody shall have it any more. */
    void end(HttpFailure failure) {
        if (end()) {
            dial.cancel();
            fail(failure);
        }
    }

    private void expired() {
        String message = "Expected a connection to "
                + call.prepared().parsedUrl().authority() + " within "
                + Spans.show(limit) + ", got none";
        end(new HttpFailure(Phase.CONNECT, message, new TimeoutException(message)));
    }

    private void completed(Wire wire, Throwable error) {
        if (!end()) {
            if (wire != null) {
                discard(wire);
            }
        } else if (wire != null) {
            use(wire);
        } else {
            boolean wrapped = error instanceof CompletionException && error.getCause() != null;
            Throwable cause = wrapped ? error.getCause() : error;
            fail(new HttpFailure(Phase.CONNECT, explained(cause), cause));
        }
    }

    private void use(Wire wire) {
        Connection connection;
        try {
            connection = new Connection(pool, lane, wire, route);
        } catch (RuntimeException | Error e) {
            discard(wire);
            fail(new HttpFailure(Phase.CONNECT, "Expected a usable wire from the connector, got " + e, e));
            return;
        }
        pool.connected(this, connection, call);
    }

    private static void discard(Wire wire) {
        try {
            wire.loop().execute(wire::close);
        } catch (RuntimeException itsLoopHasEnded) {
            wire.close();
        }
    }

    private static String explained(Throwable cause) {
        if (cause == null) {
            return "Expected a wire from the connector, got null";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private void fail(HttpFailure failure) {
        call.fail(failure);
        pool.notConnected(this);
    }

    private boolean end() {
        boolean first = !ended;
        ended = true;
        patience.close();
        return first;
    }
}
