package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.LoopbackPeer;
import java.io.IOException;
import java.util.AbstractList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Classes cannot be loaded any more when a bundle was replaced in the middle of an attempt. Whatever is thrown then, and
 * wherever, the attempt ends.
 */
class BreakdownTest extends Connects {
    private static final HostPort NAME = HostPort.of("broken.test", 80);
    private static final String GONE = "dev/jackfield/Gone";

    @Test
    void endsWhenAnAnswerCannotBeTaken() throws Exception {
        Scripted resolver = new Scripted();
        CompletableFuture<?> ended = ending(resolver);
        loop.execute(() -> resolver.answer.complete(new Unreadable()));
        ended.get(10, TimeUnit.SECONDS);
    }

    @Test
    void endsWhenAnEarlyAnswerCannotBeTaken() throws Exception {
        Scripted resolver = new Scripted();
        CompletableFuture<?> ended = ending(resolver);
        loop.execute(() -> resolver.query().early().accept(new Unreadable()));
        ended.get(10, TimeUnit.SECONDS);
        assertThat(resolver.answer).as("The resolver is told that nobody waits").isCancelled();
    }

    @Test
    void endsWhenAnAddressThatFailsCannotBeNoted() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.open()) {
            var stage = connect(
                    PlainConnector.over(Scripted.to(Scripted.host(peer.address()))), NAME, dial().preparing(socket -> {
                        sockets.add(socket);
                        throw new Unspeakable();
                    }));
            assertThat(failure(stage)).hasMessageContaining("broke down").hasMessageContaining(GONE);
            assertThat(sockets).singleElement().matches(socket -> !socket.isOpen());
        }
    }

    private CompletableFuture<?> ending(Scripted resolver) {
        return connect(PlainConnector.over(resolver), NAME).handle((wire, error) -> {
            assertThat(error)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broken.test:80")
                    .hasMessageContaining("broke down")
                    .hasMessageContaining(GONE);
            return wire;
        });
    }

    /** An answer that breaks whatever looks at it. */
    private static final class Unreadable extends AbstractList<Target> {
        @Override
        public Target get(int index) {
            throw new NoClassDefFoundError(GONE);
        }

        @Override
        public int size() {
            throw new NoClassDefFoundError(GONE);
        }
    }

    /** A failure that breaks whatever looks at it. */
    private static final class Unspeakable extends IOException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new NoClassDefFoundError(GONE);
        }
    }
}
