package dev.jackfield.resolver;

import dev.jackfield.address.HostPort;
import dev.jackfield.loop.Loop;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A question to a {@link Resolver}. <i>Immutable.</i>
 *
 * @param target a name or a literal address, with a port, a service or a path
 * @param family which addresses are wanted
 * @param transport what shall run over them
 * @param loop where the answer is wanted
 * @param early hears of targets before all of them are known: each time, all that are known by then, in the order in
 *     which they should be tried. Called on the loop, and not after the stage has completed; never before {@link
 *     Resolver#resolve} has returned if that was called on the loop, but perhaps before if it was called elsewhere.
 *     Resolvers that have no need of it leave it alone
 */
public record Query(
        HostPort target, Family family, Transport transport, Loop loop, Consumer<? super List<Target>> early) {
    /** Checks for nulls. */
    public Query {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(loop, "loop");
        Objects.requireNonNull(early, "early");
    }

    /**
     * A question for addresses of any family, to be used with TCP, by somebody who waits for all of them.
     *
     * @param target a name or a literal address, with a port, a service or a path
     * @param loop where the answer is wanted
     * @return the query
     */
    public static Query of(HostPort target, Loop loop) {
        return new Query(target, Family.ANY, Transport.TCP, loop, found -> {});
    }

    /**
     * The same question for addresses of a family.
     *
     * @param wanted which addresses
     * @return the query
     */
    public Query withFamily(Family wanted) {
        return new Query(target, wanted, transport, loop, early);
    }

    /**
     * The same question for another transport.
     *
     * @param over what shall run over the addresses
     * @return the query
     */
    public Query withTransport(Transport over) {
        return new Query(target, family, over, loop, early);
    }

    /**
     * The same question by somebody who does not wait for all addresses.
     *
     * @param listener as {@link #early}
     * @return the query
     */
    public Query withEarly(Consumer<? super List<Target>> listener) {
        return new Query(target, family, transport, loop, listener);
    }
}
