package dev.jackfield.testkit.internal.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import dev.jackfield.testkit.internal.Transfer;
import dev.jackfield.testkit.internal.Turns;
import dev.jackfield.testkit.internal.WireLine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** One handshake over a pair of wires in memory, on a loop of its own that is turned by hand. */
public final class Trial {
    public final ManualLoop loop = new ManualLoop();
    public final Turns turns = new Turns(loop);
    public final PipeWire.Pair pair;
    public final Gate gate;
    public final CompletableFuture<Wire> outcome = new CompletableFuture<>();
    public final CompletableFuture<Wire> far = new CompletableFuture<>();
    private static final Duration LONG = Duration.ofHours(1);

    private final Subject subject;
    private Dial dial = Dial.on(loop);
    private CompletionStage<Wire> stage;
    private int completions;
    private boolean early;
    private boolean offLoop;
    private boolean waiting;
    private boolean called;

    private Trial(Subject subject, Chunks reads, Chunks writes, int capacity) {
        this.subject = subject;
        this.pair = PipeWire.pair(loop, reads, writes, capacity);
        this.gate = new Gate(pair.far());
    }

    /** Not begun, over wires that take and give all they can. */
    public static Trial of(Subject subject) {
        return of(subject, Chunks.whole(), Chunks.whole(), PipeWire.CAPACITY);
    }

    /** Not begun, over wires that cut. */
    public static Trial of(Subject subject, Chunks reads, Chunks writes, int capacity) {
        return new Trial(subject, reads, writes, capacity);
    }

    /** With another dial. */
    public Trial dialling(UnaryOperator<Dial> change) {
        dial = change.apply(dial);
        return this;
    }

    /** Calls the layer, and no more. */
    public Trial call() {
        loop.runFirst(() -> {
            stage = subject.layer().over(pair.near(), subject.target(), dial);
            assertNotNull(stage, "Expected a stage from the layer, got null");
            boolean[] returned = new boolean[1];
            stage.whenComplete((wire, error) -> {
                completions++;
                early |= !returned[0];
                offLoop |= !loop.inLoop();
                waiting = pair.near().awaitsReadable() || pair.near().awaitsWritable();
            });
            returned[0] = true;
            relay(stage, outcome);
        });
        return this;
    }

    /** Looks whether it completed as it should, once the loop has come to rest. */
    public void assertCompletedOnTheLoopAndNotInsideTheCall() {
        loop.settle();
        assertTrue(outcome.isDone(), "Expected an end, but the loop has nothing left to do");
        assertFalse(early, "Completed before the call returned");
        assertFalse(offLoop, "Completed off the loop");
    }

    /** Whether somebody waited on the wire below at the moment the layer completed. */
    public boolean wasWaitingWhenCompleted() {
        return waiting;
    }

    /** Looks, after a long time, whether there is still one outcome, and the same. */
    public void assertCompletedOnce() {
        boolean failed = outcome.isCompletedExceptionally();
        Wire wire = failed ? null : outcome.join();
        loop.advance(LONG);
        loop.settle();
        assertEquals(1, completions, "How often the stage completed");
        stage.whenComplete((now, error) -> {
            assertSame(wire, now, "The wire that the stage holds, asked again");
            assertEquals(failed, error != null, "Whether the stage has failed, asked again");
            completions++;
        });
        assertEquals(2, completions, "Whoever asks again is told at once");
    }

    /** Lets the far end play its part as soon as the loop turns. */
    public Trial called() {
        called = true;
        loop.execute(() -> relay(subject.farEnd(gate), far));
        return this;
    }

    /** Lets the far end play its part until nothing is left to do. */
    public Trial answer() {
        called();
        loop.settle();
        return this;
    }

    /** From the first word to the finished wire. */
    public Wire finished() throws Exception {
        call().answer();
        return turns.await(outcome);
    }

    /** Cancels, and looks before anything else can happen. */
    public void cancel() {
        boolean over = outcome.isDone();
        loop.runFirst(() -> {
            dial.cancel();
            assertTrue(over || !pair.near().isOpen(), "The wire is closed at once when the attempt is cancelled");
            dial.cancel();
        });
    }

    /** Before there was anything to cancel. */
    public void cancelFirst() {
        loop.runFirst(dial::cancel);
    }

    /** Both directions at once; the far end sends its first byte in the same breath as the end of its handshake. */
    public void carries(int bytes) throws Exception {
        CompletableFuture<Transfer> toNear = new CompletableFuture<>();
        far.thenAccept(wire -> toNear.complete(new Transfer(wire, bytes)));
        toNear.thenAccept(Transfer::start);
        if (!called) {
            called();
        }
        loop.settle();
        Wire near = turns.await(outcome);
        Transfer toFar = new Transfer(near, bytes);
        turns.run(toFar::start);
        toFar.check(new WireLine(turns.await(far)));
        turns.await(toNear).check(new WireLine(near));
        turns.await(toFar.done());
    }

    /** Closes both ends, and looks whether anything stays. */
    public void close() throws Exception {
        Wire near = turns.await(outcome);
        turns.run(near::close);
        loop.settle();
        assertFalse(pair.near().isOpen(), "Closing the layer's wire closes the one below");
        if (far.isDone() && !far.isCompletedExceptionally()) {
            turns.run(far.join()::close);
        }
        turns.run(gate::close);
        assertNothingIsLeft();
    }

    /** Looks whether it failed as it should. */
    public void assertFailedAndClosed(String when) throws Exception {
        loop.settle();
        assertTrue(outcome.isDone(), () -> "Expected the layer to fail " + when + ", but it goes on waiting");
        try {
            turns.awaitFailure(outcome);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Expected an IOException " + when + ", got " + e, e);
        }
        assertFalse(pair.near().isOpen(), () -> "Expected the wire below to be closed " + when + ", but it is open");
        assertNothingIsLeft();
    }

    /** Looks whether it came to nothing. */
    public void assertNoWire(String when) {
        loop.settle();
        assertFalse(pair.near().isOpen(), () -> "Expected the wire below to be closed " + when + ", but it is open");
        assertTrue(
                !outcome.isDone() || outcome.isCompletedExceptionally(),
                () -> "Handed out a wire though cancelled " + when);
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        loop.settle();
        assertEquals(0, loop.timers(), "Timers left behind");
    }

    private static void relay(CompletionStage<Wire> from, CompletableFuture<Wire> to) {
        from.whenComplete((wire, error) -> {
            if (error != null) {
                to.completeExceptionally(error);
            } else {
                to.complete(wire);
            }
        });
    }
}
