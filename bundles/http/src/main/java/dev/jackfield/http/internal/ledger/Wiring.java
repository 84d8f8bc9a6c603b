package dev.jackfield.http.internal.ledger;

import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.RequestLedger.Connecting;
import dev.jackfield.http.RequestLedger.Encryption;
import dev.jackfield.http.RequestLedger.Plugged;
import dev.jackfield.http.RequestLedger.Reached;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;

/**
 * How one connection was made, or was not: told by names and numbers only, because ledgers outlive what is plugged in.
 *
 * <p><i>Loop-confined</i> to the pool's loop while connecting, and never changed afterwards.
 */
public final class Wiring {
    private final Route route;
    private final List<Plugged> plugs;
    private final long begin;
    private List<Entered> hops = List.of();
    private Optional<Ledger> tried = Optional.empty();
    private Optional<Encryption> encryption = Optional.empty();
    private Optional<SocketAddress> peer = Optional.empty();

    /** A hop, and when it began, by the loop's clock. */
    private record Entered(Hop hop, long at) {}

    /** @param begin when connecting began, by the loop's clock */
    public Wiring(Patch patch, long begin) {
        this.route = patch.route();
        this.plugs = patch.plugs().stream()
                .map(plug -> new Plugged(plug.name(), plug.generation(), plug.owner()))
                .toList();
        this.begin = begin;
    }

    /** The next hop begins. */
    public void entering(Hop hop, long now) {
        List<Entered> more = new ArrayList<>(hops);
        more.add(new Entered(hop, now));
        hops = more;
    }

    /** It came about. What the wire has to say is asked for now, for nobody may hold on to it. */
    public void connected(Wire wire) {
        tried = asked(() -> wire.beneath(Ledger.class));
        encryption = asked(() -> wire.beneath(SSLSession.class)
                .map(session -> new Encryption(session.getProtocol(), session.getCipherSuite())));
        peer = asked(() -> Optional.ofNullable(wire.peer())).filter(Wiring::isTheJdks);
    }

    /** It did not come about. */
    public void failed(Throwable why) {
        for (Throwable cause = why; cause != null && tried.isEmpty(); cause = cause.getCause()) {
            if (cause instanceof ConnectFailure failure) {
                tried = Optional.of(failure.ledger());
            }
        }
    }

    /** When connecting began, by the loop's clock. */
    public long begin() {
        return begin;
    }

    /** By which way, without passwords. */
    public Route route() {
        return route;
    }

    /** What made it. */
    public List<Plugged> plugs() {
        return plugs;
    }

    Optional<Encryption> encryption() {
        return encryption;
    }

    /** Whom the wire leads to. */
    public Optional<SocketAddress> peer() {
        return peer;
    }

    Connecting connecting() {
        return new Connecting(
                tried,
                hops.stream()
                        .map(entered -> new Reached(entered.hop().toString(), entered.at() - begin))
                        .toList());
    }

    /** Wires are code of others. */
    private static <T> Optional<T> asked(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException | Error e) {
            return Optional.empty();
        }
    }

    private static boolean isTheJdks(SocketAddress address) {
        return address.getClass() == InetSocketAddress.class || address instanceof UnixDomainSocketAddress;
    }
}
