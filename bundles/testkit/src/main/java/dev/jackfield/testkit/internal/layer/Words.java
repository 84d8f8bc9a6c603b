package dev.jackfield.testkit.internal.layer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.internal.Transfer;
import dev.jackfield.testkit.internal.WireLine;
import java.util.ArrayList;
import java.util.List;

/** What can be read on the wire below: octets as ISO 8859-1, so that names are found as they stand. */
public final class Words {
    private static final String[] ADDRESSES = {"\u007f\0\0\1", "127.0.0.1", "\0\0\0\0\0\0\0\1", "::1"};
    private static final String CLEAR = "what nobody but the far end may read ";
    private static final int ATTEMPTS = 3;

    private Words() {}

    /** A name that everybody could look up travels as a name, if it travels at all. */
    public static void sendNoAddressForAName(Subject subject) {
        Trial trial = Trial.of(new Asking(subject, subject.layer(), HostPort.of("localhost", 443)))
                .call()
                .answer();
        String said = heard(trial);
        for (String address : ADDRESSES) {
            assertFalse(
                    said.contains(address), "Asked for localhost, the layer sent an address: it looked the name up");
        }
    }

    /**
     * Nobody is asked for a name, be it as an aside. In vain where the JVM does not tell, and for a layer that refuses the
     * name before it says anything: what it would have done with a better one cannot be told.
     */
    public static void lookNoNameUp(Subject subject) {
        assumeTrue(LookUps.canBeTold(), "this JVM does not tell which names were looked up");
        String name = LookUps.fresh();
        Trial trial = Trial.of(new Asking(subject, subject.layer(), HostPort.of(name, 443)))
                .call()
                .answer();
        assertFalse(LookUps.wasAskedFor(name), "The layer looked up the name that it was asked for");
        assumeFalse(
                trial.outcome.isCompletedExceptionally() && heard(trial).isEmpty(),
                "the layer refuses names with labels as long as those that no one else is asked for");
    }

    /**
     * Several attempts at once, by one layer, each for a target of its own.
     *
     * @param names whether a layer that says anything says the name of its target
     */
    public static void keepAttemptsApart(Subject subject, boolean names) throws Exception {
        Layer layer = subject.layer();
        List<Trial> trials = new ArrayList<>();
        List<Overheard> overheard = new ArrayList<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            overheard.add(new Overheard(layer));
            trials.add(
                    Trial.of(new Asking(subject, overheard.get(i), target(i))).call());
        }
        trials.forEach(Trial::called);
        boolean busy = true;
        while (busy) {
            busy = false;
            for (Trial trial : trials) {
                busy |= trial.loop.step() || trial.loop.runBlocking() > 0;
            }
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            String said = overheard.get(i).said();
            assertTrue(
                    !names || said.isEmpty() || said.contains(target(i).host()),
                    "Asked for " + target(i) + ", the layer did not ask the far end for it");
            for (int other = 0; other < ATTEMPTS; other++) {
                HostPort target = target(other);
                assertFalse(
                        other != i && said.contains(target.host()),
                        "Asked for " + target(i) + ", the layer also spoke of " + target);
            }
        }
    }

    /** What is said over an encrypting layer cannot be read below it. */
    public static void hideWhatIsSaid(Subject subject) throws Exception {
        Trial trial = Trial.of(subject);
        Wire near = trial.finished();
        Wire far = trial.turns.await(trial.far);
        byte[] clear = CLEAR.repeat(3).getBytes(ISO_8859_1);
        new WireLine(near).write(clear);
        assertEquals(CLEAR.repeat(3), read(new WireLine(far), clear.length));
        new WireLine(far).write(clear);
        assertEquals(CLEAR.repeat(3), read(new WireLine(near), clear.length));
        assertFalse(heard(trial).contains(CLEAR), "Said to encrypt, but what goes out can be read");
        assertFalse(
                new String(trial.gate.said(), ISO_8859_1).contains(CLEAR),
                "Said to encrypt, but what comes in can be read");
        trial.close();
    }

    private static String read(WireLine line, int count) throws Exception {
        byte[] all = {};
        while (all.length < count) {
            all = Transfer.joined(all, line.read(count - all.length));
        }
        return new String(all, ISO_8859_1);
    }

    private static String heard(Trial trial) {
        return new String(trial.gate.heard(), ISO_8859_1);
    }

    private static HostPort target(int number) {
        return HostPort.of("number-" + number + ".example", 443);
    }
}
