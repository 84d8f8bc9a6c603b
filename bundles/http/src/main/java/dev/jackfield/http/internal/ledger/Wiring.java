package dev.jackfield.http.internal.ledger;

import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.RequestLedger.Encryption;
import dev.jackfield.http.RequestLedger.Plugged;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSession;

/**
 * What every request over a connection tells of it, by names and numbers only, because ledgers outlive what is plugged in. It is
 * kept with the connection, so it is small.
 *
 * <p><i>Loop-confined</i> to the pool's loop while connecting, and never changed afterwards.
 */
public final class Wiring {
    private final Route route;
    private final List<Plugged> plugs;
    private final long begin;
    private Optional<Encryption> encryption = Optional.empty();
    /** Null as long as there is no wire, and for addresses of kinds that the JDK does not know. */
    private SocketAddress peer;

    Wiring(Route route, List<Plugged> plugs, long begin) {
        this.route = route;
        this.plugs = plugs;
        this.begin = begin;
    }

    void connected(Wire wire) {
        encryption = asked(() -> wire.beneath(SSLSession.class)
                .map(session -> new Encryption(session.getProtocol(), session.getCipherSuite())));
        peer = asked(() -> Optional.ofNullable(wire.peer()))
                .filter(Wiring::isTheJdks)
                .orElse(null);
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
        return Optional.ofNullable(peer);
    }

    /** Wires are code of others. */
    static <T> Optional<T> asked(Supplier<Optional<T>> question) {
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
