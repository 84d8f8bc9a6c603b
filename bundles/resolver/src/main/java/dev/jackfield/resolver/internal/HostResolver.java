package dev.jackfield.resolver.internal;

import dev.jackfield.address.Address;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Resolvers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Literals, localhost, the hosts file, the JVM's resolver: in that order. Literals and localhost cost no I/O; the rest
 * blocks, so it happens on {@link dev.jackfield.loop.Loop#blocking()}.
 */
@Component(service = Resolver.class)
public final class HostResolver implements Resolver {
    private static final int LONGEST_NAME = 253;
    private static final List<Address> LOOPBACK = List.of(new Ipv4(0x7F000001), new Ipv6(0, 1));

    private final HostsFile hosts;
    private final LookUp system;

    /** Looks a name up, blocking. */
    interface LookUp {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    /** With the hosts file of the system property {@link Resolvers#HOSTS}, and the JVM's resolver. */
    public HostResolver() {
        this(
                Optional.ofNullable(System.getProperty(Resolvers.HOSTS))
                        .map(Path::of)
                        .orElseGet(HostsFile::platformPath),
                InetAddress::getAllByName);
    }

    HostResolver(Path hosts, LookUp system) {
        this.hosts = new HostsFile(hosts);
        this.system = system;
    }

    @Override
    public CompletionStage<List<Address>> resolve(Query query) {
        CompletableFuture<List<Address>> result = new CompletableFuture<>();
        Optional<List<Address>> known = withoutIo(query.host());
        if (known.isPresent()) {
            query.loop().execute(() -> answer(query, known.get(), result));
        } else {
            query.loop().blocking().execute(() -> lookUp(query, result));
        }
        return result;
    }

    private static Optional<List<Address>> withoutIo(String host) {
        Optional<Address> literal = Address.parse(host);
        if (literal.isPresent()) {
            return literal.map(List::of);
        }
        String name = withoutDot(host).toLowerCase(Locale.ROOT);
        // RFC 6761 section 6.3: these names are loopback, whatever a name server may think.
        boolean local = name.equals("localhost") || name.endsWith(".localhost");
        return local ? Optional.of(LOOPBACK) : Optional.empty();
    }

    private void lookUp(Query query, CompletableFuture<List<Address>> result) {
        try {
            String name = checked(query.host());
            List<Address> found = hosts.lookUp(withoutDot(name));
            List<Address> addresses = found.isEmpty()
                    ? Stream.of(system.lookUp(name)).map(Address::of).distinct().toList()
                    : found;
            query.loop().execute(() -> answer(query, addresses, result));
        } catch (UnknownHostException e) {
            query.loop().execute(() -> result.completeExceptionally(explained(query, e)));
        } catch (RuntimeException e) {
            query.loop().execute(() -> result.completeExceptionally(e));
        }
    }

    private static void answer(Query query, List<Address> addresses, CompletableFuture<List<Address>> result) {
        List<Address> wanted = addresses.stream()
                .filter(address -> fits(query.family(), address))
                .toList();
        if (wanted.isEmpty()) {
            result.completeExceptionally(
                    new UnknownHostException(query.host() + " has no " + query.family() + " address"));
        } else {
            result.complete(wanted);
        }
    }

    private static boolean fits(Family family, Address address) {
        return switch (family) {
            case ANY -> true;
            case IPV4 -> address instanceof Ipv4;
            case IPV6 -> address instanceof Ipv6;
        };
    }

    /** Refuses what the JVM's resolver would take for something else than a name. */
    private static String checked(String host) throws UnknownHostException {
        String name = withoutDot(host);
        boolean good = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(c -> c > 0x20 && c < 0x7F && "[]/:".indexOf(c) < 0);
        if (!good) {
            throw new UnknownHostException("Expected a host name of 1 to " + LONGEST_NAME
                    + " visible ASCII characters, got \"" + host.replaceAll("[^ -~]", "?") + "\"");
        }
        return host;
    }

    private static UnknownHostException explained(Query query, UnknownHostException error) {
        String message = String.valueOf(error.getMessage());
        if (message.startsWith("Expected")) {
            return error;
        }
        UnknownHostException explained = new UnknownHostException(query.host() + " is not known: " + message);
        explained.initCause(error);
        return explained;
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
