package dev.jackfield.connector.socks;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.socks.internal.Destination;
import dev.jackfield.connector.socks.internal.Greeting;
import dev.jackfield.connector.socks.internal.Handshake;
import dev.jackfield.connector.socks.internal.Login;
import dev.jackfield.connector.socks.internal.Options;
import java.util.concurrent.CompletionStage;

/**
 * Asks a SOCKS 5 proxy for a target: an IPv4 or IPv6 address, or a name for the proxy to look up.
 *
 * <p>Source: RFC 1928, and RFC 1929 for user and password. Without credentials only "no authentication" is offered; with
 * them both, so they also do for a proxy that asks nobody.
 *
 * <p><i>Immutable</i>, and so <i>thread-safe</i>.
 */
public final class Socks5 implements Layer {
    private static final Socks5 ANONYMOUS = new Socks5(Credentials.NONE);

    private final Credentials credentials;

    private Socks5(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Without authentication.
     *
     * @return the layer
     */
    public static Socks5 anonymous() {
        return ANONYMOUS;
    }

    /**
     * With user and password.
     *
     * @param credentials a user of 1 to 255 octets in UTF-8, and a password of up to 255. RFC 1929 wants 1 octet of
     *     password, too; an empty one is sent for proxies that know people by their names alone
     * @return the layer
     * @throws IllegalArgumentException if one of them has another length; the message does not show it
     */
    public static Socks5 as(Credentials credentials) {
        Login.check(credentials);
        return new Socks5(credentials);
    }

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        return Handshake.over(below, attempt, () -> new Greeting(Destination.of(target), credentials));
    }

    /**
     * With the credentials of the link, if it has any.
     *
     * @throws IllegalArgumentException if one of them is too long, or there is an option
     */
    @Override
    public Socks5 configured(Link link) {
        Options.refuse(link);
        return link.credentials().present() ? as(link.credentials()) : this;
    }
}
