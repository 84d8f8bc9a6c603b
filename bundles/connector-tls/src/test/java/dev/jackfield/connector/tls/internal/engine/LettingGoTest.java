package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, a handshake lets go of the wire below. */
class LettingGoTest {
    private final ManualLoop manual = new ManualLoop();

    private PipeWire.Pair pipe;

    private Handshake begin(Loop loop) {
        pipe = PipeWire.pair(loop);
        return Handshake.begin(pipe.near(), TestKeys::client, Duration.ofSeconds(1));
    }

    private Throwable failure(Handshake handshake) {
        CompletableFuture<Wire> stage = handshake.stage().toCompletableFuture();
        assertThat(stage).isCompletedExceptionally();
        return stage.handle((wire, error) -> error).join();
    }

    @Test
    void whoGetsNoThreadFailsWithThat() {
        OutOfMemoryError none = new OutOfMemoryError("unable to create native thread");
        Executor threads = task -> {
            throw none;
        };
        Handshake handshake = begin(new ForwardingLoop(manual) {
            @Override
            public Executor blocking() {
                return threads;
            }
        });
        assertThat(handshake.stage().toCompletableFuture()).isNotDone();
        manual.settle();
        assertThat(failure(handshake))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessage("The TLS handshake failed: unable to create native thread")
                .hasCause(none);
        assertThat(pipe.near().isOpen()).isFalse();
        assertThat(manual.timers()).isZero();
    }
}
