package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Given;
import java.time.Instant;
import java.util.List;

/**
 * A connector or a layer that is plugged in on a {@link Panel}, or waits behind one of higher ranking, or was pulled by an
 * operator.
 *
 * <p><i>Immutable.</i>
 *
 * @param <T> {@link Connector} or {@link Layer}
 * @param name of the socket on the panel
 * @param ranking the highest is in use; of equals the service with the lowest id, then what was plugged in first
 * @param generation unique in the panel: two plugs never share one, not even the same connector plugged in twice. There
 *     is a new one for whatever changes name, ranking or hosts, for what says of itself that it {@linkplain Layer#watch
 *     changed}, and for what is put back
 * @param hosts whom it is for, one of them; empty if for all
 * @param owner for people to read: the bundle, module or class it came from, or what it {@linkplain Labelled#label() says}
 * @param since when it was plugged in, was changed, pulled or put back
 * @param pulled whether it was {@linkplain Panel#pull pulled}: then it is in use for nobody
 * @param plugged what is plugged in
 */
public record Plug<T>(
        String name,
        int ranking,
        long generation,
        List<HostPattern> hosts,
        String owner,
        Instant since,
        boolean pulled,
        T plugged) {

    /** Checks for nulls. */
    public Plug {
        Given.of(name, "a name");
        hosts = Given.copy(hosts, "patterns of hosts");
        Given.of(owner, "an owner");
        Given.of(since, "a moment");
        Given.of(plugged, "a connector or a layer");
    }

    /**
     * Tells whether it may be in use for a target, if nothing of a higher ranking is.
     *
     * @param target whom the link shall reach
     * @return false if it was pulled, or is for other hosts
     */
    public boolean serves(HostPort target) {
        Given.of(target, "a target");
        return !pulled && (hosts.isEmpty() || hosts.stream().anyMatch(host -> host.matches(target)));
    }

    /**
     * Tells whether it is for all targets.
     *
     * @return false if it is for some hosts only, and none of those is {@code *}
     */
    public boolean forAll() {
        return hosts.isEmpty() || hosts.contains(HostPattern.ANY);
    }

    /**
     * Something else in the same place, such as a wrapping around what is there.
     *
     * @param <U> {@link Connector} or {@link Layer}
     * @param other takes its place in a view of the panel
     * @return all else is the same
     */
    public <U> Plug<U> with(U other) {
        return new Plug<>(name, ranking, generation, hosts, owner, since, pulled, other);
    }
}
