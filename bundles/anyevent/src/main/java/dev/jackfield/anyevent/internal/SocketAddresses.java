package dev.jackfield.anyevent.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.HostService;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.resolver.Target;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** The JDK's socket addresses, and our halves of them. */
public final class SocketAddresses {
    private SocketAddresses() {}

    /** A port or a path, and a binary address. */
    public static SocketAddress pack(String service, byte[] host) {
        if (Octets.isUnix(host)) {
            return UnixDomainSocketAddress.of(new UnixAddress(service).path());
        }
        HostPort both = HostPort.of(IpAddress.of(host).toString(), service);
        if (!both.service().isEmpty()) {
            throw new IllegalArgumentException("Expected a port from 0 to 65535, got \"" + service + "\"");
        }
        return new InetSocketAddress(IpAddress.of(host).toInetAddress(), both.port());
    }

    /** As texts. */
    public static HostService unpack(SocketAddress address) {
        if (address instanceof UnixDomainSocketAddress unix) {
            return new HostService(UnixAddress.HOST, unix.getPath().toString());
        }
        if (address instanceof InetSocketAddress ip && !ip.isUnresolved()) {
            return new HostService(IpAddress.of(ip.getAddress()).toString(), Integer.toString(ip.getPort()));
        }
        throw new IllegalArgumentException("Expected the address of an IP or a UNIX domain socket, got " + address);
    }

    /** The target as something to connect to that needs no resolver. */
    static HostPort literal(Target target) {
        return target.address() instanceof UnixAddress unix
                ? HostPort.unix(unix.path())
                : HostPort.of(target.address().toString(), target.port());
    }

    static SocketAddress of(Target target) {
        return target.address() instanceof IpAddress ip
                ? new InetSocketAddress(ip.toInetAddress(), target.port())
                : UnixDomainSocketAddress.of(((UnixAddress) target.address()).path());
    }
}
