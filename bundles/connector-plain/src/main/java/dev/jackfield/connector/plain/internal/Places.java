package dev.jackfield.connector.plain.internal;

import dev.jackfield.address.Address;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv6;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;

/** Targets in the JDK's form. */
final class Places {
    private Places() {}

    static SocketAddress of(Target target) throws IOException {
        Address address = target.address();
        if (address instanceof UnixAddress unix) {
            return unix(unix.path(), UnixPaths.LONGEST);
        }
        InetAddress host = address instanceof Ipv6 ipv6 && !ipv6.zone().isEmpty()
                ? scoped(ipv6)
                : ((IpAddress) address).toInetAddress();
        return new InetSocketAddress(host, target.port());
    }

    static UnixDomainSocketAddress unix(String path, int longest) throws SocketException {
        int octets = UnixPaths.octets(path);
        if (octets > longest) {
            throw new SocketException(
                    "Expected the path of a UNIX domain socket to have at most " + longest + " octets, got " + octets);
        }
        return UnixDomainSocketAddress.of(path);
    }

    /** A zone is the name or the number of an interface of this machine (RFC 4007 section 11.2). */
    private static InetAddress scoped(Ipv6 address) throws IOException {
        String zone = address.zone();
        NetworkInterface network = NetworkInterface.getByName(zone);
        if (network == null && zone.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // A zone of digits alone is never more than an int holds.
            network = NetworkInterface.getByIndex(Integer.parseInt(zone));
        }
        if (network == null) {
            throw new SocketException("Expected the name or the number of a network interface of this machine behind"
                    + " the %, got \"" + zone + "\"");
        }
        return Inet6Address.getByAddress(null, address.octets(), network.getIndex());
    }
}
