package dev.jackfield.testkit.internal.layer;

import dev.jackfield.testkit.internal.Held;
import dev.jackfield.testkit.internal.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rule 2: whether a handshake lets the loop go. Nothing on it may wait, neither in Java nor in the operating system. */
public final class Holding {
    private static final int RUNS = 5;

    private final Trial trial;
    private Held held = Held.NOT;

    private Holding(Trial trial) {
        this.trial = trial;
    }

    /** One that ends well. */
    public static void untilDone(Subject subject) throws Exception {
        Trial.of(subject).finished();
        check("during one handshake", () -> new Holding(Trial.of(subject)).succeeds());
    }

    /** One whose far end goes away, or talks nonsense. */
    public static void whenItFails(Subject subject) throws Exception {
        check("when the far end closed", () -> new Holding(Trial.of(subject)).fails(new byte[0]));
        check("when the far end talked nonsense", () -> new Holding(Trial.of(subject)).fails(Transfer.pattern(251)));
    }

    /** One that is called off, right behind the call, or before the far end has answered. */
    public static void whenCancelled(Subject subject) throws Exception {
        check("when cancelled at once", () -> new Holding(Trial.of(subject).call()).isCancelled());
        check("when cancelled while it waited", () -> {
            Trial trial = Trial.of(subject).call();
            trial.loop.settle();
            return new Holding(trial).isCancelled();
        });
    }

    @FunctionalInterface
    private interface Measured {
        Held once() throws Exception;
    }

    /** It may never wait in Java; of the rest the best of some counts, for other programs may hold the loop up. */
    private static void check(String when, Measured measured) throws Exception {
        // The first time, classes are loaded.
        Held least = measured.once();
        for (int i = 0; i < RUNS; i++) {
            Held held = measured.once();
            least = new Held(held.waits(), Math.min(least.idle(), held.idle()));
            new Held(held.waits(), 0).assertNothing(when);
        }
        least.assertNothing(when);
    }

    /** The far end's part is on the same thread, so it must not wait either. */
    private Held succeeds() throws Exception {
        watch(trial::call);
        trial.called();
        settle();
        trial.turns.await(trial.outcome);
        return held;
    }

    private Held fails(byte[] last) {
        watch(trial::call);
        settle();
        trial.loop.execute(() -> sayAndClose(last));
        settle();
        return held;
    }

    private void sayAndClose(byte[] last) {
        try {
            trial.pair.far().write(new ByteBuffer[] {ByteBuffer.wrap(last)}, 0, 1);
            trial.pair.far().close();
        } catch (IOException e) {
            throw new AssertionError("Nobody has closed the far end", e);
        }
    }

    private Held isCancelled() {
        watch(trial::cancel);
        settle();
        return held;
    }

    private void settle() {
        do {
            watch(trial.loop::run);
        } while (trial.loop.runBlocking() > 0);
    }

    private void watch(Runnable what) {
        held = held.plus(Held.during(what));
    }
}
