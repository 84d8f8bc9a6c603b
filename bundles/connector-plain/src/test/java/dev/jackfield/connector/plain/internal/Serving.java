package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.ManualLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;

/** Resolvers come, go and answer by hand, in the order in which Declarative Services bind and unbind them. */
abstract class Serving {
    static final Target ONE = new Target(IpAddress.of("10.0.0.1"), 80);
    static final Target TWO = new Target(IpAddress.of("10.0.0.2"), 80);

    final ManualLoop loop = new ManualLoop();
    final ServedResolver served = new ServedResolver();
    final HandResolver old = new HandResolver();
    final HandResolver next = new HandResolver();
    final List<List<Target>> early = new ArrayList<>();
    final Query query = Query.of(HostPort.of("served.test", 80), loop).withEarly(early::add);

    @AfterEach
    void leavesNothingBehind() {
        assertThat(served.open()).as("questions under way").isZero();
    }

    final CompletableFuture<List<Target>> asked() {
        served.bind(old);
        return onLoop();
    }

    final CompletableFuture<List<Target>> onLoop() {
        CompletableFuture<CompletableFuture<List<Target>>> stage = new CompletableFuture<>();
        loop.runFirst(() -> stage.complete(served.resolve(query).toCompletableFuture()));
        return stage.join();
    }

    final void replace(Resolver before, Resolver after) {
        served.bind(after);
        served.unbind(before);
        loop.run();
    }

    static void failed(CompletableFuture<List<Target>> stage, String why) {
        assertThat(stage).isCompletedExceptionally();
        assertThat(stage.handle((found, error) -> error).join()).hasMessage(why);
    }
}
