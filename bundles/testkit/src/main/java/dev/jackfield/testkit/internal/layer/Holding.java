package dev.jackfield.testkit.internal.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.testkit.internal.Waits;
import java.util.concurrent.TimeUnit;

/** Whether a handshake lets the loop go: nothing on it may wait, neither in Java nor in the operating system. */
public final class Holding {
    private static final int RUNS = 5;
    private static final long MOST_IDLE = TimeUnit.MILLISECONDS.toNanos(50);

    private long waits;
    private long idle;

    private Holding() {}

    /** Runs some handshakes; the best of them counts, for other programs may hold the loop up. */
    public static void check(Subject subject) throws Exception {
        Trial.of(subject).finished();
        long leastIdle = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            Holding holding = new Holding();
            holding.watch(subject);
            assertEquals(0, holding.waits, "Times that the loop's thread slept or was parked during one handshake");
            leastIdle = Math.min(leastIdle, holding.idle);
        }
        assertTrue(
                leastIdle < MOST_IDLE,
                "The loop's thread did nothing for " + TimeUnit.NANOSECONDS.toMillis(leastIdle)
                        + " ms of a handshake, though it did not wait in Java: it called something that blocks");
    }

    /** The far end's part is on the same thread, so it must not wait either. */
    private void watch(Subject subject) throws Exception {
        Trial trial = Trial.of(subject);
        measured(trial::call);
        trial.called();
        do {
            measured(trial.loop::run);
        } while (trial.loop.runBlocking() > 0);
        trial.turns.await(trial.outcome);
    }

    private void measured(Runnable what) {
        long waitsBefore = Waits.count();
        long begin = System.nanoTime();
        long cpuBegin = Waits.cpuTime();
        what.run();
        idle += System.nanoTime() - begin - (Waits.cpuTime() - cpuBegin);
        waits += Waits.count() - waitsBefore;
    }
}
