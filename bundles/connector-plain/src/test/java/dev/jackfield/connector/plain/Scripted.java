package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A resolver that says what, and when, the test tells it to. */
final class Scripted implements Resolver {
    private final CompletableFuture<Query> asked = new CompletableFuture<>();
    final CompletableFuture<List<Target>> answer = new CompletableFuture<>();

    @Override
    public CompletionStage<List<Target>> resolve(Query query) {
        asked.complete(query);
        return answer;
    }

    /** The question; waits for it. */
    Query query() {
        return asked.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Tells what is known so far. */
    void early(Target... targets) {
        query().loop().execute(() -> query().early().accept(List.of(targets)));
    }

    /** Tells all. */
    void answer(Target... targets) {
        query().loop().execute(() -> answer.complete(List.of(targets)));
    }

    /** One that knows some targets, at once. */
    static Resolver to(Target... targets) {
        return to(List.of(targets));
    }

    /** One that knows some addresses, at whatever port is asked for. */
    static Resolver to(String... addresses) {
        return query -> to(Stream.of(addresses)
                        .map(text ->
                                new Target(IpAddress.of(text), query.target().port()))
                        .toList())
                .resolve(query);
    }

    private static Resolver to(List<Target> targets) {
        return query -> {
            CompletableFuture<List<Target>> stage = new CompletableFuture<>();
            query.loop().execute(() -> stage.complete(targets));
            return stage;
        };
    }

    /** Addresses of one host. */
    static Target[] host(HostPort... addresses) {
        return Arrays.stream(addresses).map(address -> target(address, 0)).toArray(Target[]::new);
    }

    /** Hosts of SRV records, in their order. */
    static Target[] hosts(HostPort... addresses) {
        return IntStream.range(0, addresses.length)
                .mapToObj(i -> target(addresses[i], i))
                .toArray(Target[]::new);
    }

    private static Target target(HostPort address, int rank) {
        return new Target(address.literal().orElseThrow(), address.port(), rank);
    }
}
