package dev.jackfield.testkit.internal.connector;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.internal.Held;
import dev.jackfield.testkit.internal.Turns;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Rule 2: whether a connector lets the loop go. It may neither wait in Java nor in the operating system. */
public record Holding(Asking asking, Loop loop) {
    private static final int RUNS = 5;

    /** What a connector does right behind its end counts, too. */
    private static final int TURNS_AFTERWARDS = 5;

    /** Within the call; it may never wait in Java, and of the rest the best of some counts. */
    public void insideTheCall(HostPort silent) throws Exception {
        String when = "inside the call";
        // The first time, classes are loaded.
        Held least = call(silent);
        for (int i = 0; i < RUNS; i++) {
            Held held = call(silent);
            least = new Held(held.waits(), Math.min(least.idle(), held.idle()));
            new Held(held.waits(), 0).assertNothing(when);
        }
        least.assertNothing(when);
    }

    /** Gives the loop back though nobody answers. */
    public void nobodyIsWaitedFor(HostPort silent) throws Exception {
        Dial dial = Dial.on(loop);
        CompletableFuture<Wire> stage = asking.connect(silent, dial);
        turns().pass();
        assertFalse(stage.isDone(), "There is nobody to connect to");
        turns().run(dial::cancel);
    }

    /** From the call until it has connected, or failed, whatever else turns on the loop. */
    public void untilTheEnd(HostPort target, String when) throws Exception {
        bestOfSome(when, () -> untilTheEnd(target));
    }

    /** From the moment when it is cancelled. */
    public void whenCancelled(HostPort silent) throws Exception {
        bestOfSome("when it was cancelled", () -> whenCancelled(asking, silent));
    }

    private static void bestOfSome(String when, Callable<Held> measured) throws Exception {
        Held least = measured.call();
        for (int i = 0; i < RUNS && !least.isNothing(); i++) {
            least = least.orLess(measured.call());
        }
        least.assertNothing(when);
    }

    private Held untilTheEnd(HostPort target) throws Exception {
        CompletableFuture<Held> held = new CompletableFuture<>();
        turns().run(() -> {
            Tally before = Tally.begin();
            CompletableFuture<Wire> outcome = asking.now(target, Dial.on(loop));
            outcome.thenAccept(Wire::close);
            CompletableFuture<Tally> over = new CompletableFuture<>();
            over.thenAccept(tally -> turns().hop(
                            TURNS_AFTERWARDS, () -> held.complete(tally.next().sum())));
            if (turns().byHand()) {
                outcome.whenComplete((wire, error) -> over.complete(before.next()));
            } else {
                keepBusy(outcome, before, over);
            }
        });
        return turns().await(held);
    }

    /** As long as there is a task, a loop does not rest of its own accord. */
    private void keepBusy(CompletableFuture<Wire> outcome, Tally before, CompletableFuture<Tally> over) {
        Tally tally = before.next();
        if (outcome.isDone()) {
            over.complete(tally);
        } else {
            loop.execute(() -> keepBusy(outcome, tally, over));
        }
    }

    /** What turns have come to: however many of them others break into, a connector is to blame for none of that. */
    private record Tally(Held until, Held sum) {
        static Tally begin() {
            return new Tally(Held.untilNow(), Held.NOT);
        }

        Tally next() {
            Held now = Held.untilNow();
            return new Tally(now, sum.plus(now.since(until).withoutSlices()));
        }
    }

    private Held whenCancelled(Asking asking, HostPort silent) throws Exception {
        Dial dial = Dial.on(loop);
        asking.connect(silent, dial);
        turns().pass();
        CompletableFuture<Held> held = new CompletableFuture<>();
        turns().run(() -> {
            Held before = Held.untilNow();
            dial.cancel();
            turns().hop(TURNS_AFTERWARDS, () -> held.complete(Held.untilNow().since(before)));
        });
        return turns().await(held);
    }

    private Held call(HostPort silent) throws Exception {
        Dial dial = Dial.on(loop);
        return turns().call(() -> {
            Held before = Held.untilNow();
            CompletableFuture<Wire> outcome = asking.now(silent, dial);
            Held held = Held.untilNow().since(before);
            outcome.thenAccept(Wire::close);
            dial.cancel();
            return held;
        });
    }

    private Turns turns() {
        return new Turns(loop);
    }
}
