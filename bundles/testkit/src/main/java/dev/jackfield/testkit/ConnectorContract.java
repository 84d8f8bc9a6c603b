package dev.jackfield.testkit;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.internal.Brackets;
import dev.jackfield.testkit.internal.Turns;
import dev.jackfield.testkit.internal.connector.Asking;
import dev.jackfield.testkit.internal.connector.Cancelling;
import dev.jackfield.testkit.internal.connector.Completing;
import dev.jackfield.testkit.internal.connector.Holding;
import dev.jackfield.testkit.internal.connector.NextAddress;
import dev.jackfield.testkit.internal.connector.Offering;
import dev.jackfield.testkit.internal.connector.Preparing;
import dev.jackfield.testkit.internal.connector.StandingHole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Connector} has to do: the numbered rules of {@link dev.jackfield.connector}, as tests.
 *
 * <p>Extend it, hand out the connector, and, unless it connects to sockets of the loopback interface, the peers as well.
 */
public abstract class ConnectorContract extends WireContract {
    private static final int TURNS = 20;

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
     * @return closed by the test; by default a {@link BlackHole} that stays until the JVM ends
     * @throws IOException fails the test
     */
    protected Peer silentPeer() throws IOException {
        return StandingHole.open();
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
        Wire wire = turns().await(asking().connect(peer.address(), Dial.on(theLoop())));
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
        completing().onTheLoop(opened(peer()).address());
    }

    @Test
    @SpiRule(1)
    void failsOnTheLoopAndNotBeforeTheCallReturned() throws Exception {
        completing().onTheLoop(refusing());
    }

    @Test
    @SpiRule(1)
    void handsOutWiresOfTheLoopItWasAskedOn() throws Exception {
        assertSame(theLoop(), open().near().loop());
    }

    @Test
    @SpiRule(2)
    void doesNotBlockTheLoop() throws Exception {
        holding().nobodyIsWaitedFor(opened(silentPeer()).address());
    }

    @Test
    @SpiRule(2)
    void neverWaitsInsideTheCall() throws Exception {
        holding().insideTheCall(opened(silentPeer()).address());
    }

    @Test
    @SpiRule(2)
    void neverWaitsUntilItHasConnected() throws Exception {
        holding().untilTheEnd(opened(peer()).address(), "until it had connected, or right behind");
    }

    @Test
    @SpiRule(2)
    void neverWaitsWhenItFails() throws Exception {
        holding().untilTheEnd(refusing(), "until it had failed, or right behind");
    }

    @Test
    @SpiRule(2)
    void neverWaitsWhenItIsCancelled() throws Exception {
        holding().whenCancelled(opened(silentPeer()).address());
    }

    @Test
    @SpiRule(3)
    void completesOnceAndForAll() throws Exception {
        completing().once(opened(peer()).address());
    }

    @Test
    @SpiRule(3)
    void failsOnceAndForAll() throws Exception {
        completing().once(refusing());
    }

    @Test
    @SpiRule(3)
    void refusesTargetsByTheStage() throws Exception {
        completing().nowhere();
    }

    @Test
    @SpiRule(3)
    void leavesNothingOpenWhenRefused() throws Exception {
        completing().closed(refusing());
    }

    @Test
    @SpiRule(4)
    void freesEverythingAtOnceWhenCancelledWhileConnecting() throws Exception {
        cancelling().whileConnecting(opened(silentPeer()).address(), opensSockets());
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
        cancelling().whilePreparing(opened(peer()).address());
    }

    @Test
    @SpiRule(4)
    void freesEverythingWhenCancelledWhileAWireIsOffered() throws Exception {
        cancelling().whileOffering(opened(peer()).address());
    }

    @Test
    @SpiRule(4)
    void freesEverythingAtOnceWhenCancelledInTheSameTurn() throws Exception {
        cancelling().inTheSameTurn(opened(peer()).address());
    }

    @Test
    @SpiRule(4)
    void opensNothingWhenCancelledBefore() throws Exception {
        cancelling().before(opened(peer()).address());
    }

    @Test
    @SpiRule(5)
    void cancellingAfterwardsDoesNothing() throws Exception {
        cancelling().afterwards(opened(peer()));
    }

    @Test
    @SpiRule(6)
    void showsEverySocketBeforeItIsConnected() throws Exception {
        preparing().beforehand(opened(peer()).address(), opensSockets());
    }

    @Test
    @SpiRule(6)
    void connectsNoSocketThatItDidNotShow() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        preparing().ofNoOther(opened(peer()).address());
    }

    @Test
    @SpiRule(6)
    void showsTheSocketOfEveryAddress() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        nextAddress().showsItsSocket();
    }

    @Test
    @SpiRule({6, 7})
    void triesTheNextAddressWhenASocketCannotBePrepared() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        nextAddress().afterASocketThatCannotBePrepared();
    }

    @Test
    @SpiRule(6)
    void keepsToTheTimeLimit() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        preparing().limits(opened(silentPeer()).address());
    }

    @Test
    @SpiRule(6)
    void doesNotConnectASocketThatCannotBePrepared() throws Exception {
        assumeTrue(opensSockets(), "opens no sockets");
        preparing().fails(opened(peer()).address());
    }

    @Test
    @SpiRule(7)
    void triesTheNextAddressWhenAWireIsRefused() throws Exception {
        nextAddress().afterARefusedWire();
    }

    @Test
    @SpiRule(7)
    void offersTheWireItHandsOut() throws Exception {
        offering().accepted(opened(peer()).address());
    }

    @Test
    @SpiRule(7)
    void closesAWireThatIsRefused() throws Exception {
        offering().refused(opened(peer()));
    }

    @Test
    @SpiRule(javadoc = "Connector")
    void oneConnectorMakesManyWires() throws Exception {
        assertNotSame(open().near(), open().near());
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

    private Asking asking() {
        return new Asking(connector(), theLoop());
    }

    private Holding holding() {
        return new Holding(asking(), theLoop());
    }

    private Completing completing() {
        return new Completing(connector(), theLoop());
    }

    private Preparing preparing() {
        return new Preparing(asking(), theLoop());
    }

    private Offering offering() {
        return new Offering(asking(), theLoop());
    }

    private Cancelling cancelling() {
        return new Cancelling(asking(), theLoop());
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
