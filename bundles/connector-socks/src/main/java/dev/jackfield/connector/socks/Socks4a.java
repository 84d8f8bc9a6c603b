package dev.jackfield.connector.socks;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.socks.internal.Destination;
import dev.jackfield.connector.socks.internal.Handshake;
import dev.jackfield.connector.socks.internal.Request4;
import dev.jackfield.connector.socks.internal.UserId;
import java.util.concurrent.CompletionStage;

/**
 * Asks a SOCKS 4a proxy for a target, which may be an IPv4 address, or a name for the proxy to look up. There is no room
 * for IPv6 addresses: {@link Socks5} has that.
 *
 * <p>Source: "SOCKS 4A: A Simple Extension to SOCKS 4 Protocol", and the seed's example of a {@code tcp_connect}.
 *
 * <p><i>Immutable</i>, and so <i>thread-safe</i>.
 */
public final class Socks4a implements Layer {
    private static final Socks4a ANONYMOUS = new Socks4a(UserId.NOBODY);

    private final UserId user;

    private Socks4a(UserId user) {
        this.user = user;
    }

    /**
     * With an empty user id.
     *
     * @return the layer
     */
    public static Socks4a anonymous() {
        return ANONYMOUS;
    }

    /**
     * With a user id.
     *
     * @param user up to 255 octets in UTF-8, no controls
     * @return the layer
     * @throws IllegalArgumentException if the user is too long, or has a control in it
     */
    public static Socks4a as(String user) {
        return new Socks4a(UserId.of(user));
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return Handshake.over(below, attempt, () -> Request4.withNames(Destination.of(target), user));
    }

    /**
     * With the user of the link, if it has one.
     *
     * @throws IllegalArgumentException if there is a password or an option
     */
    @Override
    public Socks4a configured(Link link) {
        return UserId.in(link).map(Socks4a::new).orElse(this);
    }
}
