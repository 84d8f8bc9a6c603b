package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
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
        // In truth an OutOfMemoryError, but with that JUnit ends all tests if it ever gets this far.
        Error none = new Error("unable to create native thread");
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

    /** A loop whose guards throw, though they never should. */
    private Handshake waitingBadly() {
        Handshake handshake = begin(new ForwardingLoop(manual) {
            @Override
            public Guard after(Duration delay, Runnable task) {
                Guard guard = manual.after(delay, task);
                return () -> {
                    guard.close();
                    throw new IllegalStateException("on purpose");
                };
            }
        });
        manual.settle();
        assertThat(pipe.near().awaitsReadable()).isTrue();
        return handshake;
    }

    @Test
    void aFailedOneClosesTheWireBelowWhateverThrows() {
        Handshake handshake = waitingBadly();
        pipe.far().reset(new IOException("Connection reset"));
        assertThatThrownBy(manual::settle).hasMessage("on purpose");
        assertThat(failure(handshake)).hasMessage("Connection reset");
        assertThat(pipe.near().isOpen()).isFalse();
    }

    @Test
    void aCancelledOneClosesTheWireBelowWhateverThrows() {
        Handshake handshake = waitingBadly();
        manual.execute(handshake::cancel);
        assertThatThrownBy(manual::settle).hasMessage("on purpose");
        assertThat(handshake.stage().toCompletableFuture()).isNotDone();
        assertThat(pipe.near().isOpen()).isFalse();
    }
}
