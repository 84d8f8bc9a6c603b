package dev.jackfield.http.internal.ledger;

import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.RequestLedger.Connecting;
import dev.jackfield.http.RequestLedger.Plugged;
import dev.jackfield.http.RequestLedger.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one connection was made, or was not. Only the request that it was made for tells that, so nobody else keeps it.
 *
 * <p><i>Loop-confined</i> to the pool's loop while connecting, and never changed afterwards.
 */
public final class Making {
    private final Wiring wiring;
    private List<Entered> hops = List.of();
    private Optional<Ledger> tried = Optional.empty();

    /** A hop, and when it began, by the loop's clock. */
    private record Entered(Hop hop, long at) {}

    /**
     * Begins.
     *
     * @param plugs what it is made by
     * @param begin when connecting began, by the loop's clock
     */
    public Making(Route route, List<Plugged> plugs, long begin) {
        this.wiring = new Wiring(route, plugs, begin);
    }

    /** What is made. */
    public Wiring wiring() {
        return wiring;
    }

    /** The next hop begins. */
    public void entering(Hop hop, long now) {
        List<Entered> more = new ArrayList<>(hops);
        more.add(new Entered(hop, now));
        hops = more;
    }

    /** It came about. What the wire has to say is asked for now, for nobody may hold on to it. */
    public void connected(Wire wire) {
        tried = Wiring.asked(() -> wire.beneath(Ledger.class));
        wiring.connected(wire);
    }

    /** It did not come about. */
    public void failed(Throwable why) {
        for (Throwable cause = why; cause != null && tried.isEmpty(); cause = cause.getCause()) {
            if (cause instanceof ConnectFailure failure) {
                tried = Optional.of(failure.ledger());
            }
        }
    }

    Connecting connecting() {
        return new Connecting(
                tried,
                hops.stream()
                        .map(entered -> new Reached(entered.hop().toString(), entered.at() - wiring.begin()))
                        .toList());
    }
}
