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
 * Asks a SOCKS 4 proxy for a target, which has to be an IPv4 address: this protocol has no room for names, and they are
 * never looked up here. {@link Socks4a} and {@link Socks5} can do more.
 *
 * <p>Source: "SOCKS: A protocol for TCP proxy across firewalls".
 *
 * <p><i>Immutable</i>, and so <i>thread-safe</i>.
 */
public final class Socks4 implements Layer {
    private static final Socks4 ANONYMOUS = new Socks4(UserId.NOBODY);

    private final UserId user;

    private Socks4(UserId user) {
        this.user = user;
    }

    /**
     * With an empty user id.
     *
     * @return the layer
     */
    public static Socks4 anonymous() {
        return ANONYMOUS;
    }

    /**
     * With a user id.
     *
     * @param user up to 255 octets in UTF-8, no controls
     * @return the layer
     * @throws IllegalArgumentException if the user is too long, or has a control in it
     */
    public static Socks4 as(String user) {
        return new Socks4(UserId.of(user));
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return Handshake.over(below, attempt, () -> Request4.of(Destination.of(target), user));
    }

    /**
     * With the user of the link, if it has one.
     *
     * @throws IllegalArgumentException if there is a password or an option
     */
    @Override
    public Socks4 configured(Link link) {
        return UserId.in(link).map(Socks4::new).orElse(this);
    }
}
