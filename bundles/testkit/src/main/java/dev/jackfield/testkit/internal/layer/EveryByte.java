package dev.jackfield.testkit.internal.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.PipeWire;

/**
 * Handshakes that are cut, or end, after each of their bytes. A handshake may be another one each time (TLS has its random
 * numbers), so the cuts are made while it runs, at the places that one run of it had.
 */
public final class EveryByte {
    private static final int SOME = 20;

    private final Subject subject;

    /** Of this layer's handshake. */
    public EveryByte(Subject subject) {
        this.subject = subject;
    }

    /** Lets the far end say so much of its part, and no more. */
    public void endsWith(Ending ending) throws Exception {
        Trial whole = Trial.of(subject);
        whole.finished();
        whole.loop.settle();
        int length = whole.gate.said().length;
        for (int said : ending.places().upTo(length)) {
            Trial trial = Trial.of(subject).call();
            trial.gate.stopAfter(said);
            trial.answer();
            String when = "(" + ending + ") after " + said + " of " + length + " bytes of the far end's part";
            if (trial.outcome.isDone()) {
                assertTrue(said > 0, "Completed before the far end had said anything");
                goesOn(trial, when);
                return;
            }
            ending.end(trial, when);
        }
    }

    /** Cuts what is read, by either side, in two. */
    public void readsCut() throws Exception {
        for (int at : Places.READS.upTo(longest() + SOME)) {
            carries(Trial.of(subject, Chunks.at(at), Chunks.whole(), PipeWire.CAPACITY), "with reads cut at " + at);
        }
    }

    /** Cuts what is written, by either side, in two. */
    public void writesCut() throws Exception {
        for (int at : Places.WRITES.upTo(longest() + SOME)) {
            carries(Trial.of(subject, Chunks.whole(), Chunks.at(at), PipeWire.CAPACITY), "with writes cut at " + at);
        }
    }

    /** The layer had all it needs: whatever the far end still has to say is for whoever uses the wire, or no part of it. */
    private static void goesOn(Trial trial, String when) throws Exception {
        trial.gate.open();
        trial.loop.settle();
        try {
            trial.carries(SOME);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Completed " + when + ", and did not carry on from there: " + e.getMessage(), e);
        }
        trial.close();
    }

    private static void carries(Trial trial, String how) throws Exception {
        try {
            trial.call().carries(SOME);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Does not work " + how + ": " + e.getMessage(), e);
        }
        trial.close();
    }

    private int longest() throws Exception {
        Trial whole = Trial.of(subject);
        whole.finished();
        whole.loop.settle();
        return Math.max(whole.gate.said().length, whole.gate.heard().length);
    }
}
