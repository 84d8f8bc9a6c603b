package dev.jackfield.http.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.internal.jfr.Flight;
import dev.jackfield.http.internal.ledger.Making;
import dev.jackfield.http.internal.ledger.Wiring;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Timer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One connection in the making, for one call. Confined to the loop of its pool. */
final class Connect implements Stage {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    /** By how much longer we wait than the connector, which knows better what it was that took so long. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** For the ALPN of a TLS layer (RFC 7301 section 6). */
    private static final List<String> PROTOCOLS = List.of("http/1.1");

    private final OriginPool pool;
    private final Lane lane;
    private final Call call;
    private final Patch patch;
    private final Making making;
    private final Duration limit;
    private final Timer patience;
    private Guard whole = () -> {};
    /** What is left of a patience that began before this connect. */
    private Guard carried = () -> {};
    /** The longest limit for an address that the caller has asked for. */
    private Duration longest;

    private final Dial dial;
    /** Where it stands; empty as long as there is but one place. */
    private Optional<Hop> hop = Optional.empty();

    /** How far it has got, and when it got there. */
    private int steps;

    private long steppedAt;
    private boolean ended;

    Connect(OriginPool pool, Lane lane, Call call, Patch patch) {
        this.pool = pool;
        this.lane = lane;
        this.call = call;
        this.patch = patch;
        this.making = new Making(patch.route(), lane.labels.of(patch), lane.loop.nanoTime());
        this.steppedAt = wiring().begin();
        this.limit = call.timeouts().inactivity();
        this.longest = limit;
        this.patience = new Timer(lane.loop, () -> expired(longest));
        this.dial = Dial.on(lane.loop, limit)
                .preparing(this::prepare)
                .speaking(PROTOCOLS)
                .sharing(call.keeping().affinity().within(pool.client()))
                .reporting(hop -> {
                    step();
                    this.hop = Optional.of(hop);
                    making.entering(hop, lane.loop.nanoTime());
                })
                .following(hop -> making.entering(hop, lane.loop.nanoTime()));
    }

    void start(HostPort target) {
        call.track().connecting(making);
        patience.start(limit.plus(GRACE));
        Duration forAll = call.timeouts().connect();
        Detour detour = call.detour();
        if (!forAll.isZero()) {
            Duration left = detour == null ? forAll : detour.leftOf(forAll);
            if (left.isZero()) {
                lane.execute(() -> expired(forAll));
                return;
            }
            whole = lane.loop.after(left, () -> expired(forAll));
        }
        if (detour != null) {
            carry(detour);
        }
        try {
            CompletionStage<Wire> stage = patch.connect(target, dial);
            Objects.requireNonNull(stage, "Expected a stage from the connector, got null");
            hear(stage);
        } catch (RuntimeException | Error e) {
            // Errors, too: calls into a bundle that was just uninstalled end with some.
            hear(CompletableFuture.failedFuture(e));
        }
    }

    /** Even a connector that breaks the rules, and completes at once or elsewhere, is heard in a later turn only. */
    private void hear(CompletionStage<Wire> stage) {
        stage.whenComplete((wire, error) -> lane.execute(() -> completed(wire, error)));
    }

    /** By what it is made. */
    Patch patch() {
        return patch;
    }

    /** What is noted of it. */
    Wiring wiring() {
        return making.wiring();
    }

    /** It is to be made anew: what it took so far is not forgotten. */
    void spentOn(Detour detour) {
        long now = lane.loop.nanoTime();
        detour.connected(now - wiring().begin(), steps, now - steppedAt);
    }

    /** It shall be made anew, by something else. Returns whose it is; null if it had ended. */
    Call giveBack() {
        if (!end()) {
            return null;
        }
        dial.cancel();
        told("called off");
        return call;
    }

    /** What it is made by went out of use, and it took too long. */
    void outlived() {
        pool.connectAnew(this);
    }

    /** The call does not want it any more. */
    @Override
    public void callOff(Call which) {
        if (end()) {
            dial.cancel();
            told("called off");
            pool.notConnected(this);
        }
    }

    @Override
    public void expire(Call which, String why) {
        which.failLate(phase(), why + where());
    }

    /** Nobody shall have it any more. */
    void end(HttpFailure failure) {
        if (end()) {
            dial.cancel();
            fail(failure);
        }
    }

    private Duration prepare(NetworkChannel socket) throws IOException {
        Optional<Function<? super NetworkChannel, Duration>> preparation =
                call.keeping().affinity().preparation();
        Duration own = preparation.isPresent() ? limit(preparation.get(), socket) : limit;
        if (own.compareTo(longest) > 0) {
            longest = own;
            patience.start(longest.plus(GRACE));
        }
        step();
        return own;
    }

    private void step() {
        patience.touch();
        steps++;
        steppedAt = lane.loop.nanoTime();
        if (call.detour() != null) {
            carry(call.detour());
        }
    }

    /** As long as this connect gets no further than those before, it has what they have left of the patience. */
    private void carry(Detour detour) {
        carried.close();
        if (!ended && !detour.goesFurther(steps) && detour.silent() > 0) {
            long since = wiring().begin() - detour.silent();
            carried = lane.loop.after(
                    longest.plus(GRACE).minusNanos(lane.loop.nanoTime() - since),
                    () -> expired(longest, detour.told()));
        }
    }

    /** What the caller's own code has to say, whatever it throws. */
    private Duration limit(Function<? super NetworkChannel, Duration> preparation, NetworkChannel socket)
            throws IOException {
        try {
            Duration own = Spans.zeroOrMore("preparation", preparation.apply(socket));
            return own.isZero() ? limit : own;
        } catch (RuntimeException | Error e) {
            throw new IOException("The preparation failed: " + e, e);
        }
    }

    private void expired(Duration most) {
        expired(most, "");
    }

    private void expired(Duration most, String more) {
        String message = "Expected a connection to "
                + call.prepared().parsedUrl().authority() + " within "
                + Spans.show(most) + ", got none" + where() + more;
        end(Late.failure(phase(), message));
    }

    /** Encrypting up to the origin is a phase of its own; TLS to a proxy is a part of connecting. */
    private Phase phase() {
        return phase(hop);
    }

    private Phase phase(Optional<Hop> at) {
        List<Link> links = patch.route().links();
        Link last = links.get(links.size() - 1);
        boolean encrypting = patch.encrypts() && at.isPresent() && at.get().last();
        // A connector that was brought along may have hops of its own.
        return encrypting && at.get().link().equals(last) ? Phase.TLS : Phase.CONNECT;
    }

    /** At which hop it stands, as the end of a message. */
    String where() {
        return hop.map(at -> "; it stood at " + at).orElse("");
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
            making.failed(cause);
            Optional<Hop> where = cause instanceof HopFailure failure ? Optional.of(failure.hop()) : hop;
            failUnlessAnew(new HttpFailure(phase(where), explained(cause), timeUp(cause)));
        }
    }

    private void failUnlessAnew(HttpFailure failure) {
        if (pool.connectsAnew(this, call, failure)) {
            told(failure.getMessage());
        } else {
            fail(call.detour() == null ? failure : call.detour().told(failure));
        }
    }

    /** A handshake that took too long is told as everything else that does. */
    private static Throwable timeUp(Throwable cause) {
        Throwable innermost = cause;
        while (innermost instanceof HopFailure) {
            innermost = innermost.getCause();
        }
        return innermost != cause && innermost instanceof SocketTimeoutException
                ? new TimeoutException(cause.getMessage()).initCause(cause)
                : cause;
    }

    private void use(Wire wire) {
        Tenure tenure = new Tenure(patch, call.keeping().affinity(), wiring(), lane.loop.nanoTime());
        Connection connection;
        try {
            connection = new Connection(pool, lane, wire, tenure);
        } catch (RuntimeException | Error e) {
            discard(wire);
            failUnlessAnew(new HttpFailure(Phase.CONNECT, "Expected a usable wire from the connector, got " + e, e));
            return;
        }
        making.connected(wire);
        told("");
        pool.connected(this, connection, call);
    }

    private static void discard(Wire wire) {
        try {
            wire.loop().execute(wire::close);
        } catch (RuntimeException | Error itsLoopIsGone) {
            closeHere(wire);
        }
    }

    private static void closeHere(Wire wire) {
        try {
            wire.close();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Closing a wire that cannot be used failed", e);
        }
    }

    private static String explained(Throwable cause) {
        if (cause == null) {
            return "Expected a wire from the connector, got null";
        }
        try {
            return cause.getMessage() == null ? cause.toString() : cause.getMessage();
        } catch (RuntimeException | Error e) {
            // Foreign code, too, and that of a bundle that is gone cannot even tell.
            return cause.getClass().getName();
        }
    }

    private void fail(HttpFailure failure) {
        told(failure.getMessage());
        call.fail(failure);
        pool.notConnected(this);
    }

    private void told(String outcome) {
        Flight.connected(pool.origin(), wiring(), lane.loop.nanoTime(), outcome);
    }

    private boolean end() {
        boolean first = !ended;
        ended = true;
        patience.close();
        whole.close();
        carried.close();
        return first;
    }
}
