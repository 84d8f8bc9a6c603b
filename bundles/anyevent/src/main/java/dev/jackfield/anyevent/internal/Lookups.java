package dev.jackfield.anyevent.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Protocol;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.anyevent.Sockaddr;
import dev.jackfield.anyevent.SocketType;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code inet_aton} and {@code resolve_sockaddr}: what fails is an empty list. */
final class Lookups {
    private static final Logger LOG = System.getLogger("dev.jackfield.anyevent");

    private Lookups() {}

    static void aton(Resolver resolver, Loop loop, String name, Consumer<? super List<byte[]>> cb) {
        // Any port will do, as long as it is a number: then nobody asks for services.
        Consumer<List<Target>> octets = targets -> cb.accept(targets.stream()
                .filter(target -> target.address() instanceof IpAddress)
                .map(target -> ((IpAddress) target.address()).octets())
                .toList());
        resolve(resolver, loop, name, "0", Family.ANY, Transport.TCP, octets);
    }

    static void sockaddr(
            Resolver resolver,
            Loop loop,
            String node,
            String service,
            String proto,
            int family,
            SocketType type,
            Consumer<? super List<Sockaddr>> cb) {
        Family wanted = family(family);
        if (node.equals(UnixAddress.HOST)) {
            List<Sockaddr> found = unix(service, wanted, type == SocketType.AUTO ? SocketType.STREAM : type);
            loop.execute(() -> cb.accept(found));
            return;
        }
        Transport transport = transport(proto);
        SocketType usual = transport == Transport.UDP ? SocketType.DGRAM : SocketType.STREAM;
        SocketType socket = type == SocketType.AUTO ? usual : type;
        int number = Protocol.of(transport.protocol()).orElseThrow().number();
        Consumer<List<Target>> addresses = targets -> cb.accept(targets.stream()
                .map(target -> new Sockaddr(target.address().family(), socket, number, SocketAddresses.of(target)))
                .toList());
        resolve(resolver, loop, node, service, wanted, transport, addresses);
    }

    private static List<Sockaddr> unix(String path, Family family, SocketType type) {
        if (family != Family.ANY || !path.startsWith("/") || path.indexOf('\0') >= 0) {
            return List.of();
        }
        UnixAddress address = new UnixAddress(path);
        return List.of(new Sockaddr(address.family(), type, 0, UnixDomainSocketAddress.of(address.path())));
    }

    private static void resolve(
            Resolver resolver,
            Loop loop,
            String host,
            String service,
            Family family,
            Transport transport,
            Consumer<List<Target>> cb) {
        loop.execute(() -> {
            try {
                HostPort target = HostPort.of(host, service);
                resolver.resolve(Query.of(target, loop).withFamily(family).withTransport(transport))
                        .whenComplete((found, error) -> loop.execute(() -> cb.accept(answer(host, found, error))));
            } catch (IllegalArgumentException malformed) {
                cb.accept(answer(host, List.of(), malformed));
            }
        });
    }

    private static List<Target> answer(String host, List<Target> found, Throwable error) {
        if (error == null) {
            return found;
        }
        LOG.log(Level.DEBUG, () -> "Nothing found for \"" + host + "\": " + error);
        return List.of();
    }

    private static Family family(int number) {
        return switch (number) {
            case 0 -> Family.ANY;
            case 4 -> Family.IPV4;
            case 6 -> Family.IPV6;
            default -> throw new IllegalArgumentException("Expected a family of 0, 4 or 6, got " + number);
        };
    }

    private static Transport transport(String proto) {
        if (proto.isEmpty()) {
            return Transport.TCP;
        }
        return Stream.of(Transport.values())
                .filter(transport -> transport.protocol().equals(proto))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected tcp, udp or sctp, got \"" + proto + "\""));
    }
}
