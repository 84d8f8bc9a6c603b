package dev.jackfield.http.internal.tunnel;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import java.util.Optional;

/** The target as a proxy is told it: the authority-form (RFC 9112 section 3.2.3). */
final class Authority {
    private Authority() {}

    /**
     * Host and port: a name in A-labels, an IPv6 address in brackets.
     *
     * @throws IllegalArgumentException if there is nothing a proxy could connect to
     */
    static String of(HostPort target) {
        if (target.unix().isPresent()) {
            throw new IllegalArgumentException(
                    "Expected a host and a port to ask the proxy for, got the path of a UNIX domain socket: " + target);
        }
        if (target.port() == 0) {
            throw new IllegalArgumentException(
                    "Expected a port from 1 to 65535 to ask the proxy for, got none that is known here: " + target);
        }
        return host(target) + ":" + target.port();
    }

    private static String host(HostPort target) {
        Optional<IpAddress> given = target.literal();
        if (given.isPresent()) {
            return literal(given.get(), target);
        }
        String name = HostName.of(target.host()).text();
        // Digits of other scripts become ASCII, and then may be an address.
        return IpAddress.parse(name).map(address -> literal(address, target)).orElse(name);
    }

    private static String literal(IpAddress address, HostPort target) {
        String text = address.toString();
        if (text.indexOf('%') >= 0) {
            throw new IllegalArgumentException(
                    "Expected an address without a zone, which means nothing to a proxy, got " + target);
        }
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }
}
