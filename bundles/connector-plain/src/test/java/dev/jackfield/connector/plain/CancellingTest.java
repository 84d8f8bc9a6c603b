package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Load;
import dev.jackfield.testkit.BlackHole;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.UnixPeer;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whatever the phase: cancelling lets go of sockets, timers and the resolver at once, and nothing comes afterwards. */
class CancellingTest extends Connects {
    private static final HostPort NAME = HostPort.of("many.test", 80);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Scripted resolver = new Scripted();

    @Test
    void whileResolving() throws Exception {
        Dial dial = dial(LONG);
        CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), NAME, dial);
        resolver.query();
        cancelled(dial, stage);
        assertThat(sockets).isEmpty();
        assertThat(resolver.answer).isCancelled();
    }

    @Test
    void whenTheAnswerIsAlreadyUnderWay() throws Exception {
        Dial dial = dial(LONG);
        CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), NAME, dial);
        HostPort nobody = LoopbackPeer.refusing();
        resolver.query();
        onLoop(() -> {
            resolver.early(Scripted.host(nobody));
            resolver.answer(Scripted.host(nobody));
            dial.cancel();
            return true;
        });
        cancelled(dial, stage);
        assertThat(sockets).isEmpty();
    }

    @Test
    void whileTheFirstIsUnderWayAndMoreMayCome() throws Exception {
        try (BlackHole hole = BlackHole.open()) {
            Dial dial = dial(LONG);
            CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), NAME, dial);
            resolver.early(Scripted.host(hole.address(), LoopbackPeer.refusing()));
            until(() -> sockets.size() == 1);
            assertThat(loops.load()).as("a socket, its limit, and the stagger").isEqualTo(new Load(1, 2));
            cancelled(dial, stage);
            assertThat(resolver.answer).isCancelled();
        }
    }

    @Test
    void whileSeveralAreUnderWay() throws Exception {
        try (BlackHole one = BlackHole.open();
                BlackHole two = BlackHole.open()) {
            PlainOptions fast = PlainOptions.defaults().withStagger(PlainOptions.LEAST_STAGGER);
            PlainConnector connector =
                    PlainConnector.over(Scripted.to(Scripted.host(one.address(), two.address())), fast);
            Dial dial = dial(LONG);
            CompletableFuture<Wire> stage = connect(connector, NAME, dial);
            until(() -> sockets.size() == 2);
            assertThat(loops.load()).isEqualTo(new Load(2, 2));
            cancelled(dial, stage);
        }
    }

    @Test
    void whileAFullQueueIsWaitedFor() throws Exception {
        try (UnixPeer peer = UnixPeer.full()) {
            Dial dial = dial();
            CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), peer.address(), dial);
            until(() -> sockets.size() == 2);
            assertThat(onLoop(loops::load)).as("the limit, and the next try").isEqualTo(new Load(0, 2));
            cancelled(dial, stage);
            assertThat(sockets).hasSize(2);
        }
    }

    @Test
    void whileASocketIsPrepared() throws Exception {
        HostPort nobody = LoopbackPeer.refusing();
        Dial[] dial = new Dial[1];
        dial[0] = Dial.on(loop).preparing(socket -> {
            sockets.add(socket);
            dial[0].cancel();
            return LONG;
        });
        CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), NAME, dial[0]);
        resolver.early(Scripted.host(nobody, nobody));
        until(() -> sockets.size() == 1);
        cancelled(dial[0], stage);
        assertThat(sockets).hasSize(1);
    }

    @Test
    void whileAWireIsOffered() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.open()) {
            for (boolean verdict : new boolean[] {true, false}) {
                Dial[] dial = new Dial[1];
                CompletableFuture<Void> offered = new CompletableFuture<>();
                dial[0] = dial(LONG).accepting(wire -> {
                    dial[0].cancel();
                    offered.complete(null);
                    return verdict;
                });
                CompletableFuture<Wire> stage =
                        connect(PlainConnector.over(Scripted.to("127.0.0.1")), peer.address(), dial[0]);
                offered.join();
                cancelled(dial[0], stage);
            }
        }
    }

    @Test
    void whileTheResolverIsBeingAsked() throws Exception {
        Dial dial = dial(LONG);
        PlainConnector connector = PlainConnector.over(query -> {
            dial.cancel();
            return resolver.resolve(query);
        });
        CompletableFuture<Wire> stage = connect(connector, NAME, dial);
        resolver.query();
        cancelled(dial, stage);
        assertThat(resolver.answer).isCancelled();
    }

    private void cancelled(Dial dial, CompletableFuture<Wire> stage) throws Exception {
        onLoop(() -> {
            dial.cancel();
            assertThat(loops.load()).isEqualTo(Load.ZERO);
            assertThat(sockets).noneMatch(Channel::isOpen);
            return true;
        });
        onLoop(() -> true);
        assertThat(stage).isNotDone();
        assertThat(loops.load()).isEqualTo(Load.ZERO);
    }
}
