package dev.jackfield.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.internal.Sockets;
import dev.jackfield.testkit.internal.Turns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Connector} has to do: the numbered rules of {@link dev.jackfield.connector}, as tests.
 *
 * <p>Extend it, hand out the connector, and, unless it connects to sockets of the loopback interface, the peers as well.
 */
public abstract class ConnectorContract extends WireContract {
    private static final Duration LIMIT = Duration.ofMillis(150);

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private Loop loop;

    /** For the implementer of the test. */
    protected ConnectorContract() {}

    /**
     * The connector under test.
     *
     * @return the same one throughout a test, or a new one
     */
    protected abstract Connector connector();

    /**
     * Where to connect. Called once for each test.
     *
     * @return by default a real loop that ends with the test
     */
    protected Loop loop() {
        Loops loops = Loops.create(1);
        toClose.add(loops);
        return loops.all().get(0);
    }

    /**
     * Somebody who takes connections.
     *
     * @return closed by the test
     * @throws IOException fails the test
     */
    protected Peer peer() throws IOException {
        return LoopbackPeer.open();
    }

    /**
     * Somebody with whom no connection comes about, nor fails.
     *
     * @return closed by the test
     * @throws IOException fails the test
     */
    protected Peer silentPeer() throws IOException {
        return BlackHole.open();
    }

    /**
     * A target that refuses connections at once.
     *
     * @return where nobody listens
     * @throws IOException fails the test
     */
    protected HostPort refusing() throws IOException {
        return LoopbackPeer.refusing();
    }

    /**
     * Whether the connector opens sockets, and so has to call {@link dev.jackfield.connector.Attempt#prepare}.
     *
     * @return true unless overridden
     */
    protected boolean opensSockets() {
        return true;
    }

    @Override
    protected final Ends connect() throws Exception {
        Peer peer = opened(peer());
        Wire wire = turns().await(start(peer.address(), Dial.on(theLoop())));
        return new Ends(wire, peer.accept());
    }

    @Override
    void closeTheRest() throws Exception {
        for (int i = toClose.size() - 1; i >= 0; i--) {
            toClose.get(i).close();
        }
    }

    @Test
    void completesOnTheLoopAndNotBeforeTheCallReturned() throws Exception {
        completesAsItShould(opened(peer()).address());
    }

    @Test
    void failsOnTheLoopAndNotBeforeTheCallReturned() throws Exception {
        completesAsItShould(refusing());
    }

    @Test
    void handsOutWiresOfTheLoopItWasAskedOn() throws Exception {
        assertSame(theLoop(), open().near().loop());
    }

    @Test
    void leavesNothingOpenWhenRefused() throws Exception {
        Sockets sockets = new Sockets();
        turns().awaitFailure(start(refusing(), sockets.seenBy(Dial.on(theLoop()))));
        sockets.assertAllClosed();
    }

    @Test
    void showsEverySocketBeforeItIsConnected() throws Exception {
        Sockets sockets = new Sockets();
        Peer peer = opened(peer());
        Wire wire = turns().await(start(peer.address(), sockets.seenBy(Dial.on(theLoop()))));
        turns().run(wire::close);
        assertEquals(opensSockets(), sockets.count() > 0, "Sockets seen by prepare()");
        sockets.assertUnconnectedWhenSeen();
        sockets.assertAllClosed();
    }

    @Test
    void keepsToTheTimeLimit() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        Peer silent = opened(silentPeer());
        Sockets sockets = new Sockets(LIMIT);
        CompletableFuture<Wire> stage = start(silent.address(), sockets.seenBy(Dial.on(theLoop())));
        // On the loop, so that a test thread that is late does not make up for a connector that is early.
        CompletableFuture<Long> end = stage.handle((wire, error) -> System.nanoTime());
        turns().awaitFailure(stage);
        assertTrue(end.join() - sockets.firstSeen() >= LIMIT.toNanos(), "Gave up before the time limit");
        sockets.assertAllClosed();
    }

    @Test
    void doesNotConnectASocketThatCannotBePrepared() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        Sockets sockets = new Sockets(new IOException("not this one"));
        Peer peer = opened(peer());
        IOException failure = turns().awaitFailure(start(peer.address(), sockets.seenBy(Dial.on(theLoop()))));
        assertTrue(failure.toString().contains("not this one"), "Says why: " + failure);
        sockets.assertAllClosed();
    }

    @Test
    void doesNotBlockTheLoop() throws Exception {
        Dial dial = Dial.on(theLoop());
        CompletableFuture<Wire> stage = start(opened(silentPeer()).address(), dial);
        turns().pass();
        assertFalse(stage.isDone(), "There is nobody to connect to");
        turns().run(dial::cancel);
    }

    @Test
    void offersTheWireItHandsOut() throws Exception {
        List<Wire> offered = new ArrayList<>();
        Dial dial = Dial.on(theLoop()).accepting(offered::add);
        Peer peer = opened(peer());
        Wire wire = turns().await(start(peer.address(), dial));
        turns().run(wire::close);
        assertEquals(List.of(wire), offered);
    }

    @Test
    void closesAWireThatIsRefused() throws Exception {
        List<Wire> offered = new ArrayList<>();
        Peer peer = opened(peer());
        Dial dial = Dial.on(theLoop()).accepting(wire -> !offered.add(wire));
        turns().awaitFailure(start(peer.address(), dial));
        assertFalse(offered.isEmpty(), "Every wire is offered");
        turns().run(() -> {
            for (Wire wire : offered) {
                assertThrows(IOException.class, () -> wire.read(ByteBuffer.allocate(1)), "A refused wire is closed");
            }
        });
        try (Peer.Line line = peer.accept()) {
            assertEquals(0, line.read(1).length, "The peer sees the end");
        }
    }

    @Test
    void freesEverythingAtOnceWhenCancelledWhileConnecting() throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(theLoop()));
        CompletableFuture<Wire> stage = start(opened(silentPeer()).address(), dial);
        if (opensSockets()) {
            turns().until("there is a socket", () -> sockets.count() > 0);
        }
        turns().run(() -> {
            dial.cancel();
            sockets.assertAllClosed();
            dial.cancel();
        });
        turns().pass();
        assertNoWire(stage);
    }

    @Test
    void freesEverythingAtOnceWhenCancelledInTheSameTurn() throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(theLoop()));
        Peer peer = opened(peer());
        CompletableFuture<Wire> stage = new CompletableFuture<>();
        turns().run(() -> {
            relay(connector().connect(peer.address(), dial).toCompletableFuture(), stage);
            dial.cancel();
            sockets.assertAllClosed();
        });
        turns().pass();
        sockets.assertAllClosed();
        assertNoWire(stage);
    }

    @Test
    void opensNothingWhenCancelledBefore() throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(theLoop()));
        turns().run(dial::cancel);
        CompletableFuture<Wire> stage = start(opened(peer()).address(), dial);
        turns().pass();
        sockets.assertAllClosed();
        assertNoWire(stage);
    }

    @Test
    void cancellingAfterwardsDoesNothing() throws Exception {
        Dial dial = Dial.on(theLoop());
        Peer peer = opened(peer());
        Wire wire = turns().await(start(peer.address(), dial));
        turns().run(dial::cancel);
        turns().pass();
        try (Peer.Line line = peer.accept()) {
            line.write(new byte[] {7});
            ByteBuffer buffer = ByteBuffer.allocate(1);
            turns().until("a byte has come", () -> wire.read(buffer) == 1);
        }
        turns().run(wire::close);
    }

    @Test
    void oneConnectorMakesManyWires() throws Exception {
        Wire first = open().near();
        Wire second = open().near();
        assertNotSame(first, second);
    }

    private void completesAsItShould(HostPort target) throws Exception {
        CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
        turns().run(() -> {
            CompletableFuture<Wire> stage =
                    connector().connect(target, Dial.on(theLoop())).toCompletableFuture();
            assertFalse(stage.isDone(), "Completed before the call returned");
            stage.whenComplete((wire, error) -> {
                onLoop.complete(theLoop().inLoop());
                if (wire != null) {
                    wire.close();
                }
            });
        });
        assertTrue(turns().await(onLoop), "Completed off the loop");
    }

    private CompletableFuture<Wire> start(HostPort target, Dial dial) throws Exception {
        CompletableFuture<Wire> outcome = new CompletableFuture<>();
        turns().run(() -> relay(connector().connect(target, dial).toCompletableFuture(), outcome));
        return outcome;
    }

    private static void relay(CompletableFuture<Wire> from, CompletableFuture<Wire> to) {
        from.whenComplete((wire, error) -> {
            if (error != null) {
                to.completeExceptionally(error);
            } else {
                to.complete(wire);
            }
        });
    }

    private static void assertNoWire(CompletableFuture<Wire> stage) {
        assertTrue(!stage.isDone() || stage.isCompletedExceptionally(), "A cancelled attempt must not hand out a wire");
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        toClose.add(closeable);
        return closeable;
    }

    private Turns turns() {
        return new Turns(theLoop());
    }

    private Loop theLoop() {
        if (loop == null) {
            loop = loop();
        }
        return loop;
    }
}
