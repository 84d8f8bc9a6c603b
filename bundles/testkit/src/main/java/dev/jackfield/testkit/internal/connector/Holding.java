package dev.jackfield.testkit.internal.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.internal.Turns;
import dev.jackfield.testkit.internal.Waits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Rule 2: whether a connector lets the loop go. It may neither wait in Java nor in the operating system. */
public final class Holding {
    private static final int RUNS = 5;
    private static final long MOST_IDLE = TimeUnit.MILLISECONDS.toNanos(50);

    private record Held(long waits, long idle) {}

    private Holding() {}

    /** Asks several times; the best of them counts, for other programs may hold the loop up. */
    public static void check(Asking asking, Loop loop, HostPort target) throws Exception {
        Turns turns = new Turns(loop);
        // The first time, classes are loaded.
        measured(asking, loop, turns, target);
        long leastIdle = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            Held held = measured(asking, loop, turns, target);
            assertEquals(0, held.waits, "Times that the loop's thread slept or was parked inside the call");
            leastIdle = Math.min(leastIdle, held.idle);
        }
        assertTrue(
                leastIdle < MOST_IDLE,
                "The loop's thread did nothing for " + TimeUnit.NANOSECONDS.toMillis(leastIdle)
                        + " ms inside the call, though it did not wait in Java: it called something that blocks");
    }

    /** Gives the loop back though nobody answers. */
    public static void checkNobodyIsWaitedFor(Asking asking, Loop loop, HostPort silent) throws Exception {
        Turns turns = new Turns(loop);
        Dial dial = Dial.on(loop);
        CompletableFuture<Wire> stage = asking.connect(silent, dial);
        turns.pass();
        assertFalse(stage.isDone(), "There is nobody to connect to");
        turns.run(dial::cancel);
    }

    /** From the call to the wire, whatever else turns on the loop; again the best of some counts. */
    public static void checkUntilConnected(Asking asking, Loop loop, HostPort target) throws Exception {
        Turns turns = new Turns(loop);
        long least = waitsUntilConnected(asking, loop, turns, target);
        for (int i = 0; i < RUNS && least > 0; i++) {
            least = Math.min(least, waitsUntilConnected(asking, loop, turns, target));
        }
        assertEquals(0, least, "Times that the loop's thread slept or was parked until there was a wire");
    }

    private static long waitsUntilConnected(Asking asking, Loop loop, Turns turns, HostPort target) throws Exception {
        CompletableFuture<Long> waits = turns.call(() -> {
            long before = Waits.count();
            return asking.now(target, Dial.on(loop)).thenApply(wire -> {
                wire.close();
                return Waits.count() - before;
            });
        });
        return turns.await(waits);
    }

    private static Held measured(Asking asking, Loop loop, Turns turns, HostPort target) throws Exception {
        Dial dial = Dial.on(loop);
        return turns.call(() -> {
            long waits = Waits.count();
            long begin = System.nanoTime();
            long cpuBegin = Waits.cpuTime();
            CompletableFuture<Wire> outcome = asking.now(target, dial);
            long idle = System.nanoTime() - begin - (Waits.cpuTime() - cpuBegin);
            Held held = new Held(Waits.count() - waits, idle);
            outcome.thenAccept(Wire::close);
            dial.cancel();
            return held;
        });
    }
}
