package dev.jackfield.connector.socks.internal;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv6;
import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.util.Optional;

/** A target as a proxy can be told it. <i>Immutable.</i> */
public sealed interface Destination {
    /** As it was asked for; it has a port. */
    HostPort target();

    /** An address; never one with a zone. */
    record Literal(HostPort target, IpAddress address) implements Destination {}

    /** A name for the proxy to look up, at most 254 octets of ASCII. */
    record Named(HostPort target, HostName name) implements Destination {}

    /** Takes a target apart. */
    static Destination of(HostPort target) throws SocksFailure {
        if (target.unix().isPresent()) {
            throw unfit(
                    "a host and a port for a SOCKS proxy to connect to, got the path of a UNIX domain socket, ",
                    target);
        }
        if (target.port() == 0) {
            throw unfit("a target with a port from 1 to 65535, or a service with a known one, got ", target);
        }
        Optional<IpAddress> literal = target.literal();
        return literal.isPresent() ? new Literal(target, sayable(literal.get(), target)) : named(target);
    }

    private static Destination named(HostPort target) throws SocksFailure {
        HostName name;
        try {
            name = HostName.of(target.host());
        } catch (IllegalArgumentException e) {
            SocksFailure failure = new SocksFailure(Reason.UNFIT_TARGET, e.getMessage());
            failure.initCause(e);
            throw failure;
        }
        // Digits of other scripts are ASCII by now, and would be an address to the proxy.
        Optional<IpAddress> literal = IpAddress.parse(name.text());
        return literal.isPresent() ? new Literal(target, literal.get()) : new Named(target, name);
    }

    private static IpAddress sayable(IpAddress address, HostPort target) throws SocksFailure {
        if (address instanceof Ipv6 scoped && !scoped.zone().isEmpty()) {
            throw unfit("an address without a zone, which only means something on this machine, got ", target);
        }
        return address;
    }

    private static SocksFailure unfit(String expected, HostPort target) {
        return new SocksFailure(Reason.UNFIT_TARGET, "Expected " + expected + target);
    }
}
