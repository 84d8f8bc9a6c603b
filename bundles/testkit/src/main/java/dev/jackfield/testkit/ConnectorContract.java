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
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.internal.Brackets;
import dev.jackfield.testkit.internal.Sockets;
import dev.jackfield.testkit.internal.Turns;
import dev.jackfield.testkit.internal.connector.Asking;
import dev.jackfield.testkit.internal.connector.Holding;
import dev.jackfield.testkit.internal.connector.NextAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
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

    private static final int TURNS = 20;
    private static final HostPort NOWHERE = HostPort.unix("/no/such/directory/socket");

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private Loops loops;
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
        loops = Loops.create(1);
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
     * Those who take connections for a target of several addresses.
     *
     * @return one for each address, all with the same {@link Peer#address()}, closed by the test; by default none, for
     *     connectors whose targets have but one address
     * @throws IOException fails the test
     */
    protected List<Peer> peers() throws IOException {
        return List.of();
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
        if (loops != null) {
            turns().until("nothing is left on the loop", () -> loops.load().equals(Load.ZERO));
        }
        for (int i = toClose.size() - 1; i >= 0; i--) {
            toClose.get(i).close();
        }
    }

    @Test
    @SpiRule(1)
    void completesOnTheLoopAndNotBeforeTheCallReturned() throws Exception {
        completesAsItShould(opened(peer()).address());
    }

    @Test
    @SpiRule(1)
    void failsOnTheLoopAndNotBeforeTheCallReturned() throws Exception {
        completesAsItShould(refusing());
    }

    @Test
    @SpiRule(3)
    void completesOnceAndForAll() throws Exception {
        asking().completesOnce(opened(peer()).address());
    }

    @Test
    @SpiRule(3)
    void failsOnceAndForAll() throws Exception {
        asking().completesOnce(refusing());
    }

    @Test
    @SpiRule(3)
    void refusesTargetsByTheStage() throws Exception {
        Dial dial = Dial.on(theLoop());
        CompletableFuture<Wire> outcome = start(NOWHERE, dial);
        turns().pass();
        if (outcome.isDone()) {
            turns().awaitFailure(outcome);
        } else {
            turns().run(dial::cancel);
        }
    }

    @Test
    @SpiRule(1)
    void handsOutWiresOfTheLoopItWasAskedOn() throws Exception {
        assertSame(theLoop(), open().near().loop());
    }

    @Test
    @SpiRule(3)
    void leavesNothingOpenWhenRefused() throws Exception {
        Sockets sockets = new Sockets();
        turns().awaitFailure(start(refusing(), sockets.seenBy(Dial.on(theLoop()))));
        sockets.assertAllClosed();
    }

    @Test
    @SpiRule(6)
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
    @SpiRule(6)
    void connectsNoSocketThatItDidNotShow() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        Sockets sockets = new Sockets();
        Peer peer = opened(peer());
        Wire wire = turns().await(start(peer.address(), sockets.seenBy(Dial.on(theLoop()))));
        turns().run(() -> {
            NetworkChannel socket = wire.beneath(NetworkChannel.class)
                    .orElseThrow(() -> new AssertionError("Expected the wire to tell its socket beneath"));
            wire.close();
            assertTrue(sockets.saw(socket), "The socket of the wire was not shown to prepare()");
        });
    }

    @Test
    @SpiRule({6, 7})
    void triesTheNextAddressWhenASocketCannotBePrepared() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        nextAddress().afterASocketThatCannotBePrepared();
    }

    @Test
    @SpiRule(7)
    void triesTheNextAddressWhenAWireIsRefused() throws Exception {
        nextAddress().afterARefusedWire();
    }

    @Test
    @SpiRule(6)
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
    @SpiRule(6)
    void doesNotConnectASocketThatCannotBePrepared() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        Sockets sockets = new Sockets(new IOException("not this one"));
        Peer peer = opened(peer());
        IOException failure = turns().awaitFailure(start(peer.address(), sockets.seenBy(Dial.on(theLoop()))));
        assertTrue(failure.toString().contains("not this one"), "Says why: " + failure);
        sockets.assertAllClosed();
    }

    @Test
    @SpiRule(2)
    void doesNotBlockTheLoop() throws Exception {
        Dial dial = Dial.on(theLoop());
        CompletableFuture<Wire> stage = start(opened(silentPeer()).address(), dial);
        turns().pass();
        assertFalse(stage.isDone(), "There is nobody to connect to");
        turns().run(dial::cancel);
    }

    @Test
    @SpiRule(2)
    void neverWaitsInsideTheCall() throws Exception {
        Holding.check(asking(), theLoop(), opened(silentPeer()).address());
    }

    @Test
    @SpiRule(7)
    void offersTheWireItHandsOut() throws Exception {
        List<Wire> offered = new ArrayList<>();
        Dial dial = Dial.on(theLoop()).accepting(offered::add);
        Peer peer = opened(peer());
        Wire wire = turns().await(start(peer.address(), dial));
        turns().run(wire::close);
        assertEquals(List.of(wire), offered);
    }

    @Test
    @SpiRule(7)
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
    @SpiRule(4)
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
        Asking.assertNoWire(stage);
    }

    @Test
    @SpiRule({4, 5})
    void freesEverythingAtOnceWheneverItIsCancelled() throws Exception {
        for (int turns = 0; turns < TURNS; turns++) {
            Peer peer = opened(peer());
            asking().cancelAfter(turns, peer.address());
        }
    }

    @Test
    @SpiRule(4)
    void freesEverythingWhenCancelledWhileASocketIsPrepared() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        Sockets sockets = new Sockets();
        Dial[] dial = new Dial[1];
        dial[0] = Dial.on(theLoop()).preparing(socket -> {
            dial[0].cancel();
            return sockets.prepare(socket);
        });
        CompletableFuture<Wire> stage = start(opened(peer()).address(), dial[0]);
        turns().until("a socket is shown", () -> sockets.count() > 0);
        turns().pass();
        sockets.assertAllClosed();
        Asking.assertNoWire(stage);
    }

    @Test
    @SpiRule(4)
    void freesEverythingWhenCancelledWhileAWireIsOffered() throws Exception {
        List<Wire> offered = new ArrayList<>();
        Dial[] dial = new Dial[1];
        dial[0] = Dial.on(theLoop()).accepting(wire -> {
            dial[0].cancel();
            return offered.add(wire);
        });
        CompletableFuture<Wire> stage = start(opened(peer()).address(), dial[0]);
        turns().until("a wire is offered", () -> !offered.isEmpty());
        turns().pass();
        asking().assertClosed(offered.get(0), "The wire that nobody wants any more");
        Asking.assertNoWire(stage);
    }

    @Test
    @SpiRule(4)
    void freesEverythingAtOnceWhenCancelledInTheSameTurn() throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(theLoop()));
        Peer peer = opened(peer());
        CompletableFuture<Wire> stage = turns().call(() -> {
            CompletableFuture<Wire> outcome = asking().now(peer.address(), dial);
            dial.cancel();
            sockets.assertAllClosed();
            return outcome;
        });
        turns().pass();
        sockets.assertAllClosed();
        Asking.assertNoWire(stage);
    }

    @Test
    @SpiRule(4)
    void opensNothingWhenCancelledBefore() throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(theLoop()));
        turns().run(dial::cancel);
        CompletableFuture<Wire> stage = start(opened(peer()).address(), dial);
        turns().pass();
        sockets.assertAllClosed();
        Asking.assertNoWire(stage);
    }

    @Test
    @SpiRule(5)
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
    @SpiRule(javadoc = "Connector")
    void oneConnectorMakesManyWires() throws Exception {
        Wire first = open().near();
        Wire second = open().near();
        assertNotSame(first, second);
    }

    @Test
    @SpiRule(javadoc = "Connector.configured")
    void readsItsBracketsOrRefusesThem() {
        Brackets.areReadOrRefused(connector()::configured);
    }

    @Test
    @SpiRule(javadoc = "Connector.configured")
    void overlooksNothingInItsBrackets() {
        Connector connector = connector();
        Brackets.areNotOverlooked(connector, connector::configured);
    }

    @Test
    @SpiRule(javadoc = "Connector.configured")
    void showsNoPassword() {
        Brackets.showNoPassword(connector()::configured);
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
        return asking().connect(target, dial);
    }

    private Asking asking() {
        return new Asking(connector(), theLoop());
    }

    private NextAddress nextAddress() throws Exception {
        List<Peer> peers = peers();
        toClose.addAll(peers);
        assumeTrue(!peers.isEmpty(), "knows targets of one address only");
        return new NextAddress(asking(), theLoop(), peers.get(0).address());
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
