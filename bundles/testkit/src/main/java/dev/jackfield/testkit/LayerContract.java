package dev.jackfield.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.internal.Brackets;
import dev.jackfield.testkit.internal.SocketPair;
import dev.jackfield.testkit.internal.Transfer;
import dev.jackfield.testkit.internal.Turns;
import dev.jackfield.testkit.internal.WireLine;
import dev.jackfield.testkit.internal.layer.Ending;
import dev.jackfield.testkit.internal.layer.EveryByte;
import dev.jackfield.testkit.internal.layer.EveryTurn;
import dev.jackfield.testkit.internal.layer.Holding;
import dev.jackfield.testkit.internal.layer.Routed;
import dev.jackfield.testkit.internal.layer.Secrets;
import dev.jackfield.testkit.internal.layer.Subject;
import dev.jackfield.testkit.internal.layer.Targets;
import dev.jackfield.testkit.internal.layer.Trial;
import dev.jackfield.testkit.internal.layer.Truncation;
import dev.jackfield.testkit.internal.layer.Watching;
import dev.jackfield.testkit.internal.layer.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Layer} has to do: the numbered rules of {@link dev.jackfield.connector}, as tests, over a pair of
 * wires in memory and a loop turned by hand; its wires are tried over real sockets, too.
 *
 * <p>The handshake is run once, to see how long it is, and then again for each of its bytes, with something happening
 * there. Of one that is longer than 300 bytes each test takes a share: together they try each of the first 300, and some
 * places behind.
 *
 * <p>Extend it, hand out the layer, and play the other end of its handshake.
 */
@Timeout(value = LayerContract.MOST_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class LayerContract extends WireContract {
    /** A layer that blocks the loop for ever fails its tests after this time each. */
    static final int MOST_SECONDS = 120;

    private static final int SMALL = 2000;

    private final Subject subject = new Brought();

    /** For the implementer of the test. */
    protected LayerContract() {}

    /**
     * The layer under test.
     *
     * @return the same one throughout a test, or a new one
     */
    protected abstract Layer layer();

    /**
     * Plays the other end: what a proxy or a server would do on the far side of the wire. Called on the loop.
     *
     * @param far the other end of the wire that the layer was given
     * @return completes when its part of the handshake is over, with the wire on which to talk to whoever uses the
     *     layer's wire: for a pure handshake {@code far} itself, for a wrapping the unwrapping
     */
    protected abstract CompletionStage<Wire> farEnd(Wire far);

    /**
     * The target that is passed to the layer.
     *
     * @return by default {@code origin.example:443}
     */
    protected HostPort target() {
        return HostPort.of("origin.example", 443);
    }

    /**
     * Whether the layer needs an answer from the far end before it completes.
     *
     * @return true unless overridden
     */
    protected boolean needsAnAnswer() {
        return true;
    }

    /**
     * Whether the layer tells the far end the name of the target, as it stands, as SOCKS, CONNECT and TLS do. A handshake
     * about something else, such as a compression, does not.
     *
     * @return unless overridden, whether the layer {@linkplain #needsAnAnswer() needs an answer}
     */
    protected boolean namesTheTarget() {
        return needsAnAnswer();
    }

    /**
     * Whether the layer's wire can tell a connection that was cut off from one that ended, as TLS can by close_notify.
     *
     * @return unless overridden, whether the layer encrypts: then somebody might cut it off on purpose
     */
    protected boolean tellsTruncation() {
        return layer().encrypts();
    }

    /**
     * Changes the layer that {@link #layer()} has handed out last in such a way that new wires would be made otherwise.
     *
     * @return false if there is nothing about it that could change
     */
    protected boolean change() {
        return false;
    }

    @Override
    protected int large() {
        return 1 << 20;
    }

    @Override
    protected final Ends connect() throws Exception {
        Trial trial = Trial.of(subject);
        Wire near = trial.finished();
        return new Ends(near, new WireLine(trial.turns.await(trial.far)));
    }

    @Test
    @SpiRule(1)
    void completesOnTheLoopAndNotBeforeTheCallReturned() {
        Trial trial = Trial.of(subject).call().answer();
        trial.assertCompletedOnTheLoopAndNotInsideTheCall();
    }

    @Test
    @SpiRule(1)
    void failsOnTheLoopAndNotBeforeTheCallReturned() {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Trial trial = Trial.of(subject);
        trial.loop.runFirst(() -> trial.pair.far().reset(new IOException("Connection reset")));
        trial.call().assertCompletedOnTheLoopAndNotInsideTheCall();
    }

    @Test
    @SpiRule(2)
    void neverWaitsOnTheLoop() throws Exception {
        Holding.untilDone(subject);
    }

    @Test
    @SpiRule(2)
    void neverWaitsWhenItFails() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Holding.whenItFails(subject);
    }

    @Test
    @SpiRule(2)
    void neverWaitsWhenItIsCancelled() throws Exception {
        Holding.whenCancelled(subject);
    }

    @Test
    @SpiRule(3)
    void completesOnceAndForAll() throws Exception {
        Trial good = Trial.of(subject);
        good.finished();
        good.assertCompletedOnce();
        good.close();
    }

    @Test
    @SpiRule(3)
    void failsOnceAndForAll() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Trial bad = Trial.of(subject).call();
        bad.turns.run(bad.pair.far()::close);
        bad.assertFailedAndClosed("when the far end closes");
        bad.assertCompletedOnce();
    }

    @Test
    @SpiRule(3)
    void failsAndClosesWhereverTheFarEndCloses() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        new EveryByte(subject).endsWith(Ending.CLOSE);
    }

    @Test
    @SpiRule(3)
    void failsAndClosesWhereverTheConnectionBreaks() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        new EveryByte(subject).endsWith(Ending.RESET);
    }

    @Test
    @SpiRule(3)
    void failsAndClosesOnNonsense() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Trial trial = Trial.of(subject).call();
        trial.turns.run(() -> {
            trial.pair.far().write(new ByteBuffer[] {ByteBuffer.wrap(Transfer.pattern(251))}, 0, 1);
            trial.pair.far().close();
        });
        trial.assertFailedAndClosed("when the far end talks nonsense");
    }

    @Test
    @SpiRule(3)
    void comesToAnEndWhereverNonsenseBegins() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        new EveryByte(subject).endsWith(Ending.NONSENSE);
    }

    @Test
    @SpiRule({3, 11})
    void refusesTargetsByTheStage() throws Exception {
        Targets.check(subject);
    }

    @Test
    @SpiRule(4)
    void closesAtOnceWhereverItIsCancelled() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        new EveryByte(subject).endsWith(Ending.CANCEL);
    }

    @Test
    @SpiRule(4)
    void closesAtOnceWheneverItIsCancelled() throws Exception {
        EveryTurn.cancels(subject);
    }

    @Test
    @SpiRule(4)
    void closesTheWireWhenCancelledBefore() {
        Trial trial = Trial.of(subject);
        trial.cancelFirst();
        trial.call().assertNoWire("before the call");
    }

    @Test
    @SpiRule(5)
    void cancellingAfterwardsDoesNothing() throws Exception {
        Trial trial = Trial.of(subject);
        trial.finished();
        trial.cancel();
        trial.loop.settle();
        assertTrue(trial.pair.near().isOpen(), "The wire stays open");
        trial.carries(1);
    }

    @Test
    @SpiRule({6, 7})
    void leavesTheFirstWordAndTheLastToTheConnector() throws Exception {
        List<String> asked = new ArrayList<>();
        Trial trial = Trial.of(subject)
                .dialling(dial -> dial.preparing(socket -> Duration.ofSeconds(asked.add("prepare") ? 1 : 0))
                        .accepting(wire -> asked.add("accepts"))
                        .reporting(hop -> asked.add("entering")));
        trial.finished();
        assertEquals(List.of(), asked, "What the layer asked of the attempt");
    }

    @Test
    @SpiRule(8)
    void worksWhateverTheSizeOfThePieces() throws Exception {
        carries(Chunks.whole(), Chunks.whole(), PipeWire.CAPACITY);
        carries(Chunks.of(1), Chunks.whole(), PipeWire.CAPACITY);
        carries(Chunks.whole(), Chunks.of(1), PipeWire.CAPACITY);
        carries(Chunks.of(7), Chunks.of(3), 16);
        carries(Chunks.of(1), Chunks.of(1), 1);
    }

    @Test
    @SpiRule(8)
    void worksWhereverReadsAreCut() throws Exception {
        new EveryByte(subject).readsCut();
    }

    @Test
    @SpiRule(8)
    void worksWhereverWritesAreCut() throws Exception {
        new EveryByte(subject).writesCut();
    }

    @Test
    @SpiRule(9)
    void aBrokenConnectionIsNoEndOfTheStream() throws Exception {
        Trial trial = Trial.of(subject);
        Wire wire = trial.finished();
        trial.turns.run(() -> trial.pair.far().reset(new IOException("Connection reset")));
        trial.loop.settle();
        trial.turns.run(() -> assertThrows(IOException.class, () -> wire.read(ByteBuffer.allocate(1))));
    }

    @Test
    @SpiRule(9)
    void tellsTruncationFromTheEndIfItCan() throws Exception {
        Truncation.check(subject, tellsTruncation());
    }

    @Test
    @SpiRule(10)
    void leavesNoWaiterOnAWireThatItHandsOn() throws Exception {
        Trial trial = Trial.of(subject);
        boolean same = trial.finished() == trial.pair.near();
        assertFalse(same && trial.wasWaitingWhenCompleted(), "Still waits on the wire that it hands on");
    }

    @Test
    @SpiRule(11)
    void looksNoNameUp() {
        Words.sendNoAddressForAName(subject);
        Words.lookNoNameUp(subject);
    }

    @Test
    @SpiRule(11)
    void asksForTheTargetItIsGivenWhoeverElseAsks() throws Exception {
        Words.keepAttemptsApart(subject, namesTheTarget());
    }

    @Test
    @SpiRule(11)
    void readsItsBracketsOrRefusesThem() {
        Brackets.areReadOrRefused(layer()::configured);
    }

    @Test
    @SpiRule(11)
    void overlooksNothingInItsBrackets() {
        Layer layer = layer();
        Brackets.areNotOverlooked(layer, layer::configured);
    }

    @Test
    @SpiRule(11)
    void showsNoPassword() {
        Brackets.showNoPassword(layer()::configured);
    }

    @Test
    @SpiRule(11)
    void showsNoPasswordWhenItFails() throws Exception {
        Optional<Layer> configured = Brackets.withCredentials(Layer.class, layer()::configured);
        assumeTrue(configured.isPresent(), "takes no password");
        Secrets.areNotInFailures(subject, configured.get(), Brackets.WHO);
    }

    @Test
    @SpiRule(javadoc = "Attempt.limit")
    void endsWithinTheLimitOfARoute() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Routed.over(subject).endsWithinTheLimit();
    }

    @Test
    @SpiRule(javadoc = "Layer")
    void closingTheWireClosesTheOneBelow() throws Exception {
        Trial trial = Trial.of(subject);
        trial.finished();
        trial.close();
    }

    @Test
    @SpiRule(javadoc = "Layer.encrypts")
    void hidesWhatIsSaidIfItEncrypts() throws Exception {
        assumeTrue(layer().encrypts(), "does not encrypt");
        Words.hideWhatIsSaid(subject);
    }

    @Test
    @SpiRule(javadoc = "Layer.watch")
    void tellsNobodyWhileNothingChanges() {
        Watching.isQuiet(layer());
    }

    @Test
    @SpiRule(javadoc = "Layer.watch")
    void tellsWatchersOfChanges() {
        Layer layer = layer();
        assumeTrue(change(), "never changes");
        Watching.isTold(layer, this::change);
    }

    /** The same wires over sockets of the loopback interface, on a real loop. */
    @Nested
    final class OverSockets extends WireContract {
        private final List<SocketPair> pairs = new ArrayList<>();

        @Override
        protected int large() {
            return LayerContract.this.large();
        }

        @Override
        protected Ends connect() throws Exception {
            SocketPair pair = new SocketPair();
            pairs.add(pair);
            Turns turns = new Turns(pair.loop());
            CompletableFuture<Wire> far = turns.call(() -> farEnd(pair.far()).toCompletableFuture());
            CompletableFuture<Wire> near = turns.call(() ->
                    layer().over(pair.near(), target(), Dial.on(pair.loop())).toCompletableFuture());
            return new Ends(turns.await(near), new WireLine(turns.await(far)));
        }

        @Override
        void closeTheRest() throws Exception {
            for (SocketPair pair : pairs) {
                pair.assertNothingIsLeft();
                pair.close();
            }
        }
    }

    private void carries(Chunks reads, Chunks writes, int capacity) throws Exception {
        Trial trial = Trial.of(subject, reads, writes, capacity).call();
        trial.carries(SMALL);
        trial.close();
    }

    /** What the implementer brings along, for those outside this package. */
    private final class Brought implements Subject {
        @Override
        public Layer layer() {
            return LayerContract.this.layer();
        }

        @Override
        public CompletionStage<Wire> farEnd(Wire far) {
            return LayerContract.this.farEnd(far);
        }

        @Override
        public HostPort target() {
            return LayerContract.this.target();
        }
    }
}
