package dev.jackfield.itest.peers;

import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Knows no names, and keeps those it was asked for. */
final class LiteralResolver implements Resolver {
    final Queue<String> names = new ConcurrentLinkedQueue<>();

    @Override
    public CompletionStage<List<Target>> resolve(Query query) {
        CompletableFuture<List<Target>> found = new CompletableFuture<>();
        query.loop()
                .execute(() -> query.target()
                        .literal()
                        .ifPresentOrElse(
                                address -> found.complete(List.of(
                                        new Target(address, query.target().port()))),
                                () -> {
                                    names.add(query.target().host());
                                    found.completeExceptionally(new AssertionError("asked for " + query.target()));
                                }));
        return found;
    }
}
