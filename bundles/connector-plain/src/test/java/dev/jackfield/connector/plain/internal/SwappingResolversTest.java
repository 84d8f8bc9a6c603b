package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Resolvers that fail as they go, on one thread, questions on another, and the loop is a third. */
class SwappingResolversTest {
    private static final int TIMES = 200;
    private static final Target ONE = new Target(IpAddress.of("10.0.0.1"), 80);

    private final ServedResolver served = new ServedResolver();

    @Test
    void losesNoQuestion() throws Exception {
        try (Loops loops = Loops.create(1)) {
            Query query = Query.of(HostPort.of("served.test", 80), loops.all().get(0));
            Thread swapper = new Thread(this::swap);
            swapper.start();
            List<CompletableFuture<List<Target>>> stages = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                stages.add(served.resolve(query).toCompletableFuture());
            }
            swapper.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(swapper.isAlive()).as("still swapping").isFalse();
            for (CompletableFuture<List<Target>> stage : stages) {
                assertThat(stage.get(10, TimeUnit.SECONDS)).containsExactly(ONE);
            }
            assertThat(served.open()).isZero();
        }
    }

    private void swap() {
        Dying before = new Dying();
        served.bind(before);
        for (int i = 0; i < TIMES; i++) {
            Dying next = new Dying();
            served.bind(next);
            before.die();
            before = next;
        }
        served.bind(query -> CompletableFuture.completedFuture(List.of(ONE)));
        before.die();
    }

    private final class Dying implements Resolver {
        private final Queue<CompletableFuture<List<Target>>> asked = new ConcurrentLinkedQueue<>();
        private volatile boolean dead;

        @Override
        public CompletionStage<List<Target>> resolve(Query query) {
            CompletableFuture<List<Target>> stage = new CompletableFuture<>();
            asked.add(stage);
            if (dead) {
                fail(stage);
            }
            return stage;
        }

        void die() {
            served.unbind(this);
            dead = true;
            asked.forEach(Dying::fail);
        }

        private static void fail(CompletableFuture<?> stage) {
            stage.completeExceptionally(new IllegalStateException("The resolver is gone"));
        }
    }
}
