package dev.jackfield.connector.tls.internal;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv6;
import java.io.IOException;
import java.util.Optional;

/**
 * A target as TLS knows it: a name in ASCII without a final dot (RFC 6066 section 3), or an address without a zone, which
 * means something on this machine only. <i>Immutable.</i>
 *
 * @param host empty if the target has none, as a UNIX domain socket
 * @param literal whether it is an address
 */
record PeerName(String host, boolean literal) {

    static PeerName of(HostPort target) throws IOException {
        if (target.unix().isPresent()) {
            return new PeerName("", false);
        }
        Optional<IpAddress> literal = target.literal();
        if (literal.isPresent()) {
            return new PeerName(withoutZone(literal.get()).toString(), true);
        }
        try {
            String name = HostName.of(target.host()).text();
            String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
            // Digits of other scripts become those of an address.
            return new PeerName(plain, IpAddress.parse(plain).isPresent());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static IpAddress withoutZone(IpAddress address) {
        return address instanceof Ipv6 scoped ? new Ipv6(scoped.high(), scoped.low()) : address;
    }
}
