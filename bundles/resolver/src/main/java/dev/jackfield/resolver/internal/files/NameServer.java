package dev.jackfield.resolver.internal.files;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv6;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;

/** The address of a name server. Where it has a zone, this asks the system for its interfaces, so it blocks. */
final class NameServer {
    private NameServer() {}

    /** Empty if the zone is that of no interface. */
    static Optional<InetSocketAddress> of(IpAddress address, int port) {
        boolean zoned = address instanceof Ipv6 six && !six.zone().isEmpty();
        Optional<InetAddress> known = zoned ? scoped((Ipv6) address) : Optional.of(address.toInetAddress());
        return known.map(inet -> new InetSocketAddress(inet, port));
    }

    private static Optional<InetAddress> scoped(Ipv6 address) {
        try {
            NetworkInterface link = NetworkInterface.getByName(address.zone());
            if (link == null) {
                // A zone by number is already in the JDK's form, which knows no other.
                InetAddress numbered = address.toInetAddress();
                boolean known = ((Inet6Address) numbered).getScopeId() != 0;
                return known ? Optional.of(numbered) : Optional.empty();
            }
            return Optional.of(Inet6Address.getByAddress(null, address.octets(), link));
        } catch (SocketException | UnknownHostException none) {
            return Optional.empty();
        }
    }
}
