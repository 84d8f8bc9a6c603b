package dev.jackfield.resolver.internal;

import dev.jackfield.address.Address;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** Literals, localhost, the hosts file and the JVM's resolver, in this order. */
@Component(service = Resolver.class)
public final class HostResolver implements Resolver {
    private static final List<Address> LOOPBACK = List.of(new Ipv4(0x7F000001), new Ipv6(0, 1));

    /** The JVM's resolver, or what stands in for it in a test. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] all(String name) throws UnknownHostException;
    }

    private final HostsFile hosts;
    private final Lookup jvm;

    /** Over the platform's hosts file and the JVM's resolver. */
    public HostResolver() {
        this(HostsFile.ofThePlatform(), InetAddress::getAllByName);
    }

    HostResolver(HostsFile hosts, Lookup jvm) {
        this.hosts = hosts;
        this.jvm = jvm;
    }

    @Override
    public CompletionStage<List<Target>> resolve(Query query) {
        Optional<IpAddress> literal = query.target().literal();
        if (literal.isPresent()) {
            return answer(query, query.loop(), () -> wanted(query, literal.stream()));
        }
        try {
            Names.check(query.target().host());
        } catch (UnknownHostException malformed) {
            return answer(query, query.loop(), () -> {
                throw malformed;
            });
        }
        String name = Names.normal(query.target().host());
        if (Names.isLocalhost(name)) {
            return answer(query, query.loop(), () -> wanted(query, LOOPBACK.stream()));
        }
        return answer(query, query.loop().blocking(), () -> lookUp(query, name));
    }

    private List<Target> lookUp(Query query, String name) throws UnknownHostException {
        Stream<IpAddress> inFile = hosts.addresses(name).stream();
        List<Target> found = inFile.filter(address -> isOf(query.family(), address))
                .map(address -> new Target(address, query.target().port()))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        InetAddress[] addresses;
        try {
            addresses = jvm.all(name);
        } catch (UnknownHostException e) {
            throw failure("Cannot resolve \"" + name + "\": " + e.getMessage(), e);
        }
        return wanted(query, Stream.of(addresses).map(IpAddress::of));
    }

    private static List<Target> wanted(Query query, Stream<? extends Address> found) throws UnknownHostException {
        List<Target> wanted = found.filter(address -> isOf(query.family(), address))
                .distinct()
                .map(address -> new Target(address, query.target().port()))
                .toList();
        if (wanted.isEmpty()) {
            throw new UnknownHostException(
                    "No " + query.family() + " address for \"" + query.target().host() + "\"");
        }
        return wanted;
    }

    private static boolean isOf(Family family, Address address) {
        return switch (family) {
            case ANY -> true;
            case IPV4 -> address instanceof Ipv4;
            case IPV6 -> address instanceof Ipv6;
        };
    }

    /** Works somewhere, and completes on the loop after this call. */
    private static CompletionStage<List<Target>> answer(Query query, Executor where, Callable<List<Target>> work) {
        CompletableFuture<List<Target>> stage = new CompletableFuture<>();
        try {
            where.execute(() -> {
                Runnable completion = outcome(stage, query, work);
                if (where == query.loop()) {
                    completion.run();
                } else {
                    handOver(query, completion);
                }
            });
        } catch (RejectedExecutionException e) {
            handOver(
                    query,
                    () -> stage.completeExceptionally(failure(
                            "Cannot resolve \"" + query.target().host() + "\": there is nobody left to do it", e)));
        }
        return stage;
    }

    private static Runnable outcome(CompletableFuture<List<Target>> stage, Query query, Callable<List<Target>> work) {
        try {
            List<Target> addresses = work.call();
            return () -> stage.complete(addresses);
        } catch (UnknownHostException e) {
            return () -> stage.completeExceptionally(e);
        } catch (Exception e) {
            return () -> stage.completeExceptionally(
                    failure("Cannot resolve \"" + query.target().host() + "\": " + e, e));
        }
    }

    private static void handOver(Query query, Runnable completion) {
        try {
            query.loop().execute(completion);
        } catch (RejectedExecutionException ended) {
            // The loop on which the answer was wanted is gone, and with it everybody who could have heard it.
        }
    }

    private static UnknownHostException failure(String message, Exception cause) {
        UnknownHostException failure = new UnknownHostException(message);
        failure.initCause(cause);
        return failure;
    }
}
