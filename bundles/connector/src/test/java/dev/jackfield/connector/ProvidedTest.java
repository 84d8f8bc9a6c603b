package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connector leaves the work to that is itself found by the service loader. */
class ProvidedTest {
    private static final HostPort TARGET = HostPort.of("a.test", 1);
    private static final AtomicInteger MADE = new AtomicInteger();

    private final TurnedLoop loop = new TurnedLoop();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @JackfieldName("one")
    public static final class One implements Connector {
        public One() {
            MADE.incrementAndGet();
        }

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            return CompletableFuture.failedFuture(new IOException("one was asked for " + target));
        }
    }

    @JackfieldName("other")
    public static final class Other implements Connector {
        public Other() {
            throw new AssertionError("Nobody has asked for this one");
        }

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            throw new AssertionError("Nobody has asked for this one");
        }
    }

    @BeforeEach
    void provide(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Connector.class.getName()), Other.class.getName() + "\n" + One.class.getName() + "\n");
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, before));
        MADE.set(0);
    }

    @AfterEach
    void putBack() throws IOException {
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void asksTheOneOfThatNameAndMakesItOnceWhenItIsNeeded() {
        Connector provided = Connector.provided("one");
        assertThat(MADE).hasValue(0);

        for (int i = 0; i < 2; i++) {
            assertThat(provided.connect(TARGET, Dial.on(loop)).toCompletableFuture())
                    .isCompletedExceptionally()
                    .failsWithin(0, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingRootCause()
                    .withMessage("one was asked for a.test:1");
        }
        assertThat(MADE).hasValue(1);
    }

    @Test
    void failsByTheStageWhereThereIsNone() {
        CompletableFuture<Wire> outcome =
                Connector.provided("nobody").connect(TARGET, Dial.on(loop)).toCompletableFuture();
        assertThat(outcome).as("before the call has returned").isNotDone();
        loop.settle();

        assertThat(outcome.handle((wire, error) -> error).join())
                .isInstanceOf(UnpluggedException.class)
                .hasMessage("Expected a provider of dev.jackfield.connector.Connector named nobody, got none");
    }

    @Test
    void refusesWhatIsNoName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Connector.provided("a b"));
    }
}
