package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with one provider that the service loader finds takes nothing away from the others. */
class BadProvidersTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Logger logger = Logger.getLogger("dev.jackfield.connector");
    private final List<String> told = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord told) {
            BadProvidersTest.this.told.add(told.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static class Fails implements Connector {
        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            return CompletableFuture.failedFuture(new IOException("asked for " + target));
        }
    }

    public static final class Nameless extends Fails {}

    @JackfieldName("no name")
    public static final class Misnamed extends Fails {}

    @JackfieldName("good")
    public static final class Throwing extends Fails {
        public Throwing() {
            throw new IllegalStateException("no licence");
        }
    }

    @JackfieldName("lost")
    @JackfieldHosts("a..b")
    public static final class Misdirected extends Fails {}

    @JackfieldName("good")
    public static final class Good extends Fails {}

    @BeforeEach
    void provide(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(
                services.resolve(Connector.class.getName()),
                List.of(
                        Nameless.class.getName(),
                        "com.example.NotThere",
                        Misnamed.class.getName(),
                        Throwing.class.getName(),
                        Misdirected.class.getName(),
                        Good.class.getName()));
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, before));
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void putBack() throws IOException {
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void thePanelOpensWithoutThem() {
        Panel panel = Panel.open();
        assertThat(panel.connector("good").map(Plug::owner)).contains(Good.class.getName());
        assertThat(panel.connector("lost")).isEmpty();
        assertThat(told)
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).contains("NotThere"))
                .anySatisfy(line -> assertThat(line).contains("Expected @JackfieldName on " + Nameless.class.getName()))
                .anySatisfy(line -> assertThat(line).contains("got \"no name\""))
                .anySatisfy(line -> assertThat(line).contains(Throwing.class.getName()))
                .anySatisfy(line -> assertThat(line).contains(Misdirected.class.getName()));
    }

    @Test
    void whoAsksForOneByNameGetsTheFirstThatCanBeMade() {
        TurnedLoop loop = new TurnedLoop();
        CompletableFuture<Wire> outcome = Connector.provided("good")
                .connect(HostPort.of("a.test", 1), Dial.on(loop))
                .toCompletableFuture();
        loop.settle();
        assertThat(outcome.handle((wire, error) -> error).join()).hasMessage("asked for a.test:1");
    }
}
