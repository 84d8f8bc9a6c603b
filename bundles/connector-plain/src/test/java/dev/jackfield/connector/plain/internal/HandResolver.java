package dev.jackfield.connector.plain.internal;

import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A resolver whose answers are given by hand, the last question first. */
final class HandResolver implements Resolver {
    final List<Query> queries = new ArrayList<>();
    final List<Boolean> asksOnLoop = new ArrayList<>();
    final List<Boolean> cancelsOnLoop = new ArrayList<>();
    private CompletableFuture<List<Target>> stage;

    @Override
    public CompletionStage<List<Target>> resolve(Query query) {
        queries.add(query);
        asksOnLoop.add(query.loop().inLoop());
        stage = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                cancelsOnLoop.add(query.loop().inLoop());
                return super.cancel(mayInterrupt);
            }
        };
        return stage;
    }

    int asked() {
        return queries.size();
    }

    void early(Target... found) {
        queries.get(queries.size() - 1).early().accept(List.of(found));
    }

    void answer(Target... found) {
        stage.complete(List.of(found));
    }

    void fail(String why) {
        stage.completeExceptionally(new IllegalStateException(why));
    }

    boolean cancelled() {
        return stage.isCancelled();
    }
}
