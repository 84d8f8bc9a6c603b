package dev.jackfield.itest.soak.inside;

import dev.jackfield.address.IpAddress;
import dev.jackfield.itest.soak.door.Swap;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/** A resolver of higher ranking, which knows one address only, comes and goes. */
final class ResolverSwap implements Swap {
    private static final IpAddress HERE = IpAddress.of("127.0.0.1");

    private final Stage stage;
    private final LongAdder used = new LongAdder();

    ResolverSwap(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String kind() {
        return "resolver";
    }

    @Override
    public void swap() {
        stage.visit(Resolver.class, "soak", query -> {
            used.increment();
            CompletableFuture<List<Target>> found = new CompletableFuture<>();
            query.loop()
                    .execute(() -> found.complete(
                            List.of(new Target(HERE, query.target().port()))));
            return found;
        });
    }

    @Override
    public long used() {
        return used.sum();
    }
}
