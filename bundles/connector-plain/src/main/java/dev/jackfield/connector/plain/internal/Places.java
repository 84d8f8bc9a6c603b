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
import java.nio.charset.Charset;
import java.util.Locale;

/** Targets in the JDK's form. */
final class Places {
    /** The JDK keeps an octet free behind the NUL: one less than fits into {@code sun_path} on Linux and Windows. */
    static final int LONGEST_PATH = 106;

    /** The same for macOS and the BSDs, whose {@code sun_path} has 104 octets instead of 108. */
    static final int LONGEST_PATH_BSD = 102;

    private static final int LONGEST = longestPath(System.getProperty("os.name", ""));

    /** In which the JDK hands paths to the system. */
    private static final Charset ENCODING = encoding(System.getProperty("sun.jnu.encoding", ""));

    private Places() {}

    static SocketAddress of(Target target) throws IOException {
        Address address = target.address();
        if (address instanceof UnixAddress unix) {
            return unix(unix.path(), LONGEST);
        }
        InetAddress host = address instanceof Ipv6 ipv6 && !ipv6.zone().isEmpty()
                ? scoped(ipv6)
                : ((IpAddress) address).toInetAddress();
        return new InetSocketAddress(host, target.port());
    }

    static int longestPath(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") || name.endsWith("bsd") ? LONGEST_PATH_BSD : LONGEST_PATH;
    }

    static UnixDomainSocketAddress unix(String path, int longest) throws SocketException {
        int octets = path.getBytes(ENCODING).length;
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
            network = byNumber(zone);
        }
        if (network == null) {
            throw new SocketException("Expected the name or the number of a network interface of this machine behind"
                    + " the %, got \"" + zone + "\"");
        }
        return Inet6Address.getByAddress(null, address.octets(), network.getIndex());
    }

    private static NetworkInterface byNumber(String zone) throws SocketException {
        try {
            return NetworkInterface.getByIndex(Integer.parseInt(zone));
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return Charset.defaultCharset();
        }
    }
}
