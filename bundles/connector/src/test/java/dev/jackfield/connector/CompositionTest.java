package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static final HostPort TARGET = HostPort.of("a.test", 80);
    private static final HostPort PROXY = HostPort.of("proxy.test", 3128);

    private final AtomicInteger closed = new AtomicInteger();
    private final Wire wire = (Wire) Proxy.newProxyInstance(
            Wire.class.getClassLoader(), new Class<?>[] {Wire.class}, (self, method, arguments) -> {
                if (method.getName().equals("close")) {
                    closed.incrementAndGet();
                }
                return null;
            });
    private final List<HostPort> asked = new ArrayList<>();
    private final Connector connector = (target, attempt) -> {
        asked.add(target);
        return CompletableFuture.completedFuture(wire);
    };

    @Test
    void aLayerIsToldTheTargetAndAProxyIsConnectedTo() {
        Layer layer = (below, target, attempt) -> {
            asked.add(target);
            return CompletableFuture.completedFuture(below);
        };
        assertThat(connector.with(layer).connect(TARGET, null).toCompletableFuture())
                .isCompletedWithValue(wire);
        assertThat(connector.by(PROXY, layer).connect(TARGET, null).toCompletableFuture())
                .isCompletedWithValue(wire);
        assertThat(asked).containsExactly(TARGET, TARGET, PROXY, TARGET);
        assertThat(closed).hasValue(0);
    }

    @Test
    void aLayerThatDoesNotEvenBeginLeavesNoWireOpen() {
        Layer throwing = (below, target, attempt) -> {
            throw new NoClassDefFoundError("on purpose");
        };
        assertFailed(connector.with(throwing).connect(TARGET, null));
        assertFailed(connector.by(PROXY, throwing).connect(TARGET, null));
        assertFailed(connector.with((below, target, attempt) -> null).connect(TARGET, null));
        assertThat(closed).hasValue(3);
    }

    private static void assertFailed(CompletionStage<Wire> stage) {
        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    }
}
