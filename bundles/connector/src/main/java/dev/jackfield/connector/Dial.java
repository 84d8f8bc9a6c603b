package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Circle;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    /** Within how many attempts a dial may be, one within the other. */
    public static final int MAX_DEPTH = 64;

    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    private final Loop loop;
    private final Preparation preparation;
    private final Predicate<Wire> acceptance;
    private final Duration limit;
    private final List<String> protocols;
    private final Consumer<Hop> reports;
    private final Consumer<Hop> follower;
    private final Supplier<Affinity> affinity;
    private final Optional<Attempt> outer;
    private final List<Hop> trail;
    private final List<Runnable> undos = new ArrayList<>(2);
    private boolean cancelled;

    private Dial(
            Loop loop,
            Preparation preparation,
            Predicate<Wire> acceptance,
            Duration limit,
            List<String> protocols,
            Consumer<Hop> reports,
            Consumer<Hop> follower,
            Supplier<Affinity> affinity,
            Optional<Attempt> outer,
            List<Hop> trail) {
        this.loop = Given.of(loop, "a loop");
        this.preparation = Given.of(preparation, "a preparation");
        this.acceptance = Given.of(acceptance, "a predicate of wires");
        this.limit = limit;
        this.protocols = protocols;
        this.reports = Given.of(reports, "somebody who hears of hops");
        this.follower = Given.of(follower, "somebody who hears of who leaves the work to another");
        this.affinity = affinity;
        this.outer = outer;
        this.trail = trail;
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
        if (Given.of(limit, "a time limit").isNegative()) {
            throw new IllegalArgumentException("Expected a time limit of zero or more, got " + limit);
        }
        return new Dial(
                loop,
                socket -> limit,
                wire -> true,
                limit,
                List.of(),
                hop -> {},
                hop -> {},
                Affinity::none,
                Optional.empty(),
                List.of());
    }

    /**
     * A dial within an attempt, for a connector that leaves the work to another one: it asks whomever the attempt asks, and
     * is called off with it. What a connector wants itself is added by the methods below; called off alone, the dial leaves
     * the attempt as it is.
     *
     * @param attempt what the connector was given
     * @return the dial
     * @throws IllegalStateException if it would be within more than {@value #MAX_DEPTH} attempts, as where a connector asks
     *     itself by way of others; thrown out of {@code connect}, it is how that fails
     */
    public static Dial within(Attempt attempt) {
        return within(attempt, Given.of(attempt, "an attempt").trail());
    }

    /**
     * The same, for a connector or a layer that has looked up on the panel whom it leaves the work to: whoever {@linkplain
     * Attempt#leaving follows} the attempt is told of it, and a circle is found when it closes.
     *
     * @param attempt what the connector or the layer was given
     * @param link that it is in a route
     * @param target whom it shall reach
     * @param plug what does the work
     * @return the dial
     * @throws IllegalStateException if the attempt is within one that has left the work for that target to that plug, or
     *     within {@value #MAX_DEPTH} others; the message names the links
     */
    public static Dial within(Attempt attempt, Link link, HostPort target, Plug<?> plug) {
        Given.of(attempt, "an attempt");
        Hop hop = Hop.within(Given.of(link, "a link"), target, Given.of(plug, "a plug"));
        if (attempt.trail().contains(hop)) {
            throw Circle.closed(attempt.trail(), hop);
        }
        Dial dial = within(
                attempt, Stream.concat(attempt.trail().stream(), Stream.of(hop)).toList());
        attempt.leaving(hop);
        return dial;
    }

    private static Dial within(Attempt attempt, List<Hop> trail) {
        if (attempt.depth() >= MAX_DEPTH) {
            throw Circle.tooDeep(MAX_DEPTH, trail);
        }
        return new Dial(
                attempt.loop(),
                attempt::prepare,
                attempt::accepts,
                attempt.limit(),
                attempt.protocols(),
                attempt::entering,
                attempt::leaving,
                attempt::affinity,
                Optional.of(attempt),
                trail);
    }

    /**
     * A new dial that also prepares each socket.
     *
     * @param how replaces what this dial did before, its time limit for each address included
     * @return the new dial
     */
    public Dial preparing(Preparation how) {
        return new Dial(loop, how, acceptance, limit, protocols, reports, follower, affinity, outer, trail);
    }

    /**
     * A new dial that is choosy about the finished wire.
     *
     * @param which tells whether a wire will do
     * @return the new dial
     */
    public Dial accepting(Predicate<Wire> which) {
        return new Dial(loop, preparation, which, limit, protocols, reports, follower, affinity, outer, trail);
    }

    /**
     * A new dial that tells what will be spoken.
     *
     * @param names of the registry of application-layer protocols, for example {@code http/1.1}, the dearest first
     * @return the new dial
     */
    public Dial speaking(List<String> names) {
        return new Dial(
                loop,
                preparation,
                acceptance,
                limit,
                List.copyOf(Given.of(names, "names of protocols")),
                reports,
                follower,
                affinity,
                outer,
                trail);
    }

    /**
     * A new dial that hears of each hop of a route.
     *
     * @param hears called on the loop before each link begins
     * @return the new dial
     */
    public Dial reporting(Consumer<Hop> hears) {
        return new Dial(loop, preparation, acceptance, limit, protocols, hears, follower, affinity, outer, trail);
    }

    /**
     * A new dial that hears of each link that leaves the work to what is in use under another name, as far as it {@linkplain
     * #within(Attempt, Link, HostPort, Plug) says so}.
     *
     * @param hears called on the loop before the other one begins
     * @return the new dial
     */
    public Dial following(Consumer<Hop> hears) {
        return new Dial(loop, preparation, acceptance, limit, protocols, reports, hears, affinity, outer, trail);
    }

    /**
     * A new dial that says with whom to share what is remembered of connections.
     *
     * @param with replaces what this dial had before; what is asked {@linkplain #within(Attempt) within} an attempt does
     *     well to narrow that attempt's
     * @return the new dial
     */
    public Dial sharing(Affinity with) {
        Given.of(with, "an affinity");
        return new Dial(loop, preparation, acceptance, limit, protocols, reports, follower, () -> with, outer, trail);
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
    public void leaving(Hop hop) {
        follower.accept(hop);
    }

    @Override
    public List<Hop> trail() {
        return trail;
    }

    @Override
    public int depth() {
        return outer.map(attempt -> attempt.depth() + 1).orElse(0);
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
            undos.add(Given.of(undo, "what to do then"));
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
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "Calling off an attempt failed", e);
            }
        }
    }
}
