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
import dev.jackfield.testkit.internal.Transfer;
import dev.jackfield.testkit.internal.Turns;
import dev.jackfield.testkit.internal.WireLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Layer} has to do: the numbered rules of {@link dev.jackfield.connector}, as tests, over a pair of
 * wires in memory and a loop turned by hand.
 *
 * <p>Extend it, hand out the layer, and play the other end of its handshake.
 */
public abstract class LayerContract extends WireContract {
    private static final int SMALL = 2000;

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

    @Override
    protected int large() {
        return 1 << 20;
    }

    @Override
    protected final Ends connect() throws Exception {
        Trial trial = new Trial(Chunks.whole(), Chunks.whole(), PipeWire.CAPACITY);
        trial.answer();
        return new Ends(trial.turns.await(trial.outcome), new WireLine(trial.turns.await(trial.far)));
    }

    @Test
    void completesOnTheLoopAndNotBeforeTheCallReturned() throws Exception {
        ManualLoop loop = new ManualLoop();
        PipeWire.Pair pair = PipeWire.pair(loop);
        boolean[] onLoop = new boolean[1];
        loop.execute(() -> {
            farEnd(pair.far());
            CompletableFuture<Wire> stage =
                    layer().over(pair.near(), target(), Dial.on(loop)).toCompletableFuture();
            assertFalse(stage.isDone(), "Completed before the call returned");
            stage.whenComplete((wire, error) -> onLoop[0] = loop.inLoop());
        });
        loop.settle();
        assertTrue(onLoop[0], "Completed on the loop");
    }

    @Test
    void worksWhateverTheSizeOfThePieces() throws Exception {
        carries(Chunks.whole(), Chunks.whole(), PipeWire.CAPACITY);
        carries(Chunks.of(1), Chunks.whole(), PipeWire.CAPACITY);
        carries(Chunks.whole(), Chunks.of(1), PipeWire.CAPACITY);
        carries(Chunks.of(7), Chunks.of(3), 16);
        carries(Chunks.of(1), Chunks.of(1), 1);
    }

    @Test
    void failsAndClosesWhenTheFarEndCloses() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Trial trial = new Trial();
        trial.turns.run(trial.pair.far()::close);
        trial.assertFailedAndClosed();
    }

    @Test
    void failsAndClosesWhenTheConnectionBreaks() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Trial trial = new Trial();
        trial.turns.run(() -> trial.pair.far().reset(new IOException("Connection reset")));
        trial.assertFailedAndClosed();
    }

    @Test
    void failsAndClosesOnNonsense() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Trial trial = new Trial();
        trial.turns.run(() -> {
            trial.pair.far().write(new ByteBuffer[] {ByteBuffer.wrap(Transfer.pattern(251))}, 0, 1);
            trial.pair.far().close();
        });
        trial.assertFailedAndClosed();
    }

    @Test
    void closesAtOnceWhenCancelledInTheMiddle() throws Exception {
        assumeTrue(needsAnAnswer(), "has no handshake");
        Trial trial = new Trial();
        trial.loop.settle();
        assertFalse(trial.outcome.isDone(), "Nobody has answered yet");
        trial.turns.run(() -> {
            trial.dial.cancel();
            assertFalse(trial.pair.near().isOpen(), "The wire is closed at once");
            trial.dial.cancel();
        });
        trial.assertNoWire();
    }

    @Test
    void closesTheWireWhenCancelledBefore() throws Exception {
        Trial trial = new Trial(true);
        trial.loop.settle();
        assertFalse(trial.pair.near().isOpen(), "The wire given to the layer is closed");
        trial.assertNoWire();
    }

    @Test
    void cancellingAfterwardsDoesNothing() throws Exception {
        Trial trial = new Trial();
        trial.answer();
        Wire wire = trial.turns.await(trial.outcome);
        trial.turns.run(trial.dial::cancel);
        trial.loop.settle();
        assertTrue(trial.pair.near().isOpen(), "The wire stays open");
        new WireLine(trial.turns.await(trial.far)).write(new byte[] {7});
        assertEquals(7, new WireLine(wire).read(1)[0]);
    }

    @Test
    void closingTheWireClosesTheOneBelow() throws Exception {
        Trial trial = new Trial();
        trial.answer();
        trial.turns.run(trial.turns.await(trial.outcome)::close);
        trial.loop.settle();
        assertFalse(trial.pair.near().isOpen(), "The wire below is closed, too");
        assertEquals(0, trial.loop.timers(), "Timers left behind");
    }

    @Test
    void aBrokenConnectionIsNoEndOfTheStream() throws Exception {
        Trial trial = new Trial();
        trial.answer();
        Wire wire = trial.turns.await(trial.outcome);
        trial.turns.run(() -> trial.pair.far().reset(new IOException("Connection reset")));
        trial.loop.settle();
        trial.turns.run(() -> assertThrows(IOException.class, () -> wire.read(ByteBuffer.allocate(1))));
    }

    /** Both directions at once; the far end sends its first byte in the same breath as the end of its handshake. */
    private void carries(Chunks reads, Chunks writes, int capacity) throws Exception {
        Trial trial = new Trial(reads, writes, capacity);
        CompletableFuture<Transfer> toNear = new CompletableFuture<>();
        trial.far.thenAccept(wire -> toNear.complete(new Transfer(wire, SMALL)));
        toNear.thenAccept(Transfer::start);
        trial.answer();
        Wire near = trial.turns.await(trial.outcome);
        Transfer toFar = new Transfer(near, SMALL);
        trial.turns.run(toFar::start);
        toFar.check(new WireLine(trial.turns.await(trial.far)));
        trial.turns.await(toNear).check(new WireLine(near));
        trial.turns.await(toFar.done());
    }

    /** One handshake under way. */
    private final class Trial {
        final ManualLoop loop = new ManualLoop();
        final Turns turns = new Turns(loop);
        final Dial dial = Dial.on(loop);
        final PipeWire.Pair pair;
        final CompletableFuture<Wire> outcome = new CompletableFuture<>();
        final CompletableFuture<Wire> far = new CompletableFuture<>();

        Trial() throws Exception {
            this(false);
        }

        Trial(boolean cancelled) throws Exception {
            this(Chunks.whole(), Chunks.whole(), PipeWire.CAPACITY, cancelled);
        }

        Trial(Chunks reads, Chunks writes, int capacity) throws Exception {
            this(reads, writes, capacity, false);
        }

        private Trial(Chunks reads, Chunks writes, int capacity, boolean cancelled) throws Exception {
            pair = PipeWire.pair(loop, reads, writes, capacity);
            turns.run(() -> {
                if (cancelled) {
                    dial.cancel();
                }
                relay(layer().over(pair.near(), target(), dial), outcome);
            });
        }

        void answer() throws Exception {
            turns.run(() -> relay(farEnd(pair.far()), far));
            loop.settle();
        }

        void assertFailedAndClosed() throws Exception {
            turns.awaitFailure(outcome);
            assertFalse(pair.near().isOpen(), "A layer that fails closes the wire it was given");
            assertEquals(0, loop.timers(), "Timers left behind");
        }

        void assertNoWire() {
            loop.settle();
            assertTrue(!outcome.isDone() || outcome.isCompletedExceptionally(), "Handed out a wire though cancelled");
            assertEquals(0, loop.timers(), "Timers left behind");
        }

        private void relay(CompletionStage<Wire> from, CompletableFuture<Wire> to) {
            from.whenComplete((wire, error) -> {
                if (error != null) {
                    to.completeExceptionally(error);
                } else {
                    to.complete(wire);
                }
            });
        }
    }
}
