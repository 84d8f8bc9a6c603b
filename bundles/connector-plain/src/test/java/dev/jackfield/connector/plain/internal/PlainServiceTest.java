package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoops;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The resolver goes, and with it the connector, or the connector alone. */
class PlainServiceTest {
    private static final HostPort NAME = HostPort.of("served.test", 80);

    private final ManualLoops loops = new ManualLoops();
    private final PlainService service = new PlainService(Map.of());
    private final HandResolver resolver = new HandResolver();

    @Test
    void failsWithTheResolver() {
        CompletableFuture<Wire> stage = connecting();
        service.deactivate(2);
        service.unbind(resolver);
        loops.manual().run();
        assertThat(failure(stage)).contains("The resolver was stopped before it knew served.test:80");
        assertThat(resolver.cancelled()).isTrue();
    }

    @Test
    void goesOnWithAResolverThatIsThere() {
        CompletableFuture<Wire> stage = connecting();
        service.deactivate(6);
        service.unbind(resolver);
        loops.manual().run();
        assertThat(stage).isNotDone();
        resolver.fail("no such name");
        loops.manual().run();
        assertThat(failure(stage)).contains("no such name");
    }

    @Test
    void goesOnWithTheNextResolver() {
        CompletableFuture<Wire> stage = connecting();
        HandResolver next = new HandResolver();
        service.bind(next);
        service.unbind(resolver);
        resolver.fail("stopped");
        loops.manual().run();
        assertThat(stage).isNotDone();
        next.fail("no such name");
        loops.manual().run();
        assertThat(failure(stage)).contains("no such name");
    }

    private CompletableFuture<Wire> connecting() {
        service.bind(resolver);
        CompletableFuture<CompletableFuture<Wire>> stage = new CompletableFuture<>();
        loops.manual()
                .runFirst(() ->
                        stage.complete(service.connect(NAME, Dial.on(loops)).toCompletableFuture()));
        return stage.join();
    }

    private static String failure(CompletableFuture<Wire> stage) {
        assertThat(stage).isCompletedExceptionally();
        Throwable error = stage.handle((wire, e) -> e).join();
        assertThat(error).isInstanceOf(ConnectFailure.class);
        return error.getMessage();
    }
}
