package dev.jackfield.connector;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The caller's end of an {@link Attempt}: what to tell the connector, and the means to call it off.
 *
 * <p>Use one dial for one connect, of a single connector or of a whole chain.
 *
 * <p><i>Loop-confined</i>, except for {@link #cancel()} and {@link #close()}.
 */
public final class Dial implements Attempt, Guard {

    /** Looks at a socket before it is connected; {@link Attempt#prepare} tells which options there are, and which not. */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Prepares.
         *
         * @param socket open, not connected
         * @return the time limit for this address; zero for none but the system's
         * @throws IOException if the socket cannot be used
         */
        Duration prepare(NetworkChannel socket) throws IOException;
    }

    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    private final Loop loop;
    private final Preparation preparation;
    private final Predicate<Wire> acceptance;
    private final Duration limit;
    private final List<String> protocols;
    private final Consumer<Hop> reports;
    private final Supplier<Affinity> affinity;
    private final Optional<Attempt> outer;
    private final List<Runnable> undos = new ArrayList<>(2);
    private boolean cancelled;

    private Dial(
            Loop loop,
            Preparation preparation,
            Predicate<Wire> acceptance,
            Duration limit,
            List<String> protocols,
            Consumer<Hop> reports,
            Supplier<Affinity> affinity,
            Optional<Attempt> outer) {
        this.loop = Objects.requireNonNull(loop, "loop");
        this.preparation = Objects.requireNonNull(preparation, "preparation");
        this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
        this.limit = limit;
        this.protocols = protocols;
        this.reports = Objects.requireNonNull(reports, "reports");
        this.affinity = affinity;
        this.outer = outer;
    }

    /**
     * A dial without special wishes.
     *
     * @param loop where to connect
     * @return the dial
     */
    public static Dial on(Loop loop) {
        return on(loop, Duration.ZERO);
    }

    /**
     * A dial with a time limit.
     *
     * @param loop where to connect
     * @param limit for each address, and for each handshake on the way; zero for none but the system's and the layers'
     * @return the dial
     * @throws IllegalArgumentException if the limit is negative
     */
    public static Dial on(Loop loop, Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("Expected a time limit of zero or more, got " + limit);
        }
        return new Dial(
                loop, socket -> limit, wire -> true, limit, List.of(), hop -> {}, Affinity::none, Optional.empty());
    }

    /**
     * A dial within an attempt, for a connector that leaves the work to another one: it asks whomever the attempt asks, and
     * is called off with it. What a connector wants itself is added by the methods below; called off alone, the dial leaves
     * the attempt as it is.
     *
     * @param attempt what the connector was given
     * @return the dial
     */
    public static Dial within(Attempt attempt) {
        return new Dial(
                attempt.loop(),
                attempt::prepare,
                attempt::accepts,
                attempt.limit(),
                attempt.protocols(),
                attempt::entering,
                attempt::affinity,
                Optional.of(attempt));
    }

    /**
     * A new dial that also prepares each socket.
     *
     * @param how replaces what this dial did before, its time limit for each address included
     * @return the new dial
     */
    public Dial preparing(Preparation how) {
        return new Dial(loop, how, acceptance, limit, protocols, reports, affinity, outer);
    }

    /**
     * A new dial that is choosy about the finished wire.
     *
     * @param which tells whether a wire will do
     * @return the new dial
     */
    public Dial accepting(Predicate<Wire> which) {
        return new Dial(loop, preparation, which, limit, protocols, reports, affinity, outer);
    }

    /**
     * A new dial that tells what will be spoken.
     *
     * @param names of the registry of application-layer protocols, for example {@code http/1.1}, the dearest first
     * @return the new dial
     */
    public Dial speaking(List<String> names) {
        return new Dial(loop, preparation, acceptance, limit, List.copyOf(names), reports, affinity, outer);
    }

    /**
     * A new dial that hears of each hop of a route.
     *
     * @param hears called on the loop before each link begins
     * @return the new dial
     */
    public Dial reporting(Consumer<Hop> hears) {
        return new Dial(loop, preparation, acceptance, limit, protocols, hears, affinity, outer);
    }

    /**
     * A new dial that says with whom to share what is remembered of connections.
     *
     * @param with replaces what this dial had before; what is asked {@link #within} an attempt does well to narrow that
     *     attempt's
     * @return the new dial
     */
    public Dial sharing(Affinity with) {
        Objects.requireNonNull(with, "affinity");
        return new Dial(loop, preparation, acceptance, limit, protocols, reports, () -> with, outer);
    }

    /** Calls the attempt off; does nothing to a wire that has been handed out. From any thread. */
    public void cancel() {
        if (loop.inLoop()) {
            cancelOnLoop();
        } else {
            try {
                loop.execute(this::cancelOnLoop);
            } catch (RejectedExecutionException ended) {
                // With the loop, everything that could be called off has ended.
            }
        }
    }

    /** The same as {@link #cancel()}. */
    @Override
    public void close() {
        cancel();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public Duration prepare(NetworkChannel socket) throws IOException {
        return preparation.prepare(socket);
    }

    @Override
    public Duration limit() {
        return limit;
    }

    @Override
    public List<String> protocols() {
        return protocols;
    }

    @Override
    public Affinity affinity() {
        return affinity.get();
    }

    @Override
    public void entering(Hop hop) {
        reports.accept(hop);
    }

    @Override
    public boolean accepts(Wire wire) {
        return acceptance.test(wire);
    }

    @Override
    public void whenCancelled(Runnable undo) {
        if (!cancelled && undos.isEmpty()) {
            // Not before: those that are only a step to the dial that is used have nothing to be told.
            outer.ifPresent(attempt -> attempt.whenCancelled(this::cancelOnLoop));
        }
        if (cancelled) {
            undo.run();
        } else {
            undos.add(undo);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled || outer.filter(Attempt::cancelled).isPresent();
    }

    private void cancelOnLoop() {
        if (cancelled) {
            return;
        }
        cancelled = true;
        List<Runnable> now = List.copyOf(undos);
        undos.clear();
        for (Runnable undo : now) {
            try {
                undo.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "Calling off an attempt failed", e);
            }
        }
    }
}
