package dev.jackfield.testkit.internal.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.PipeWire;
import dev.jackfield.testkit.internal.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A connection that ends, below the layer, after each byte of what the far end sends when the handshake is done. */
public final class Truncation {
    private static final int SENT = 40;

    private Truncation() {}

    /** What had come is not lost; what did not is an error, if the layer can tell. */
    public static void check(Subject subject, boolean tells) throws Exception {
        Trial whole = begin(subject);
        int before = whole.gate.said().length;
        send(whole);
        int length = whole.gate.said().length - before;
        for (int said : Places.CLOSE.upTo(length)) {
            Trial trial = begin(subject);
            trial.gate.stopAfter(said);
            send(trial);
            trial.turns.run(() -> trial.gate.breakOff(PipeWire::close));
            cut(trial, tells, "cut off after " + said + " of " + length + " bytes");
            trial.close();
        }
    }

    private static Trial begin(Subject subject) throws Exception {
        Trial trial = Trial.of(subject);
        trial.finished();
        trial.turns.await(trial.far);
        trial.loop.settle();
        return trial;
    }

    private static void send(Trial trial) throws Exception {
        trial.turns.run(new Transfer(trial.far.join(), SENT)::start);
        trial.loop.settle();
    }

    private static void cut(Trial trial, boolean tells, String how) throws Exception {
        Wire near = trial.outcome.join();
        ByteBuffer got = ByteBuffer.allocate(SENT + 1);
        boolean[] told = new boolean[1];
        trial.turns.until("the stream has ended, " + how, () -> {
            try {
                return near.read(got) < 0;
            } catch (IOException e) {
                told[0] = true;
                return true;
            }
        });
        byte[] bytes = Arrays.copyOf(got.array(), got.position());
        assertArrayEquals(Transfer.pattern(bytes.length), bytes, "What had come, " + how);
        assertTrue(told[0] || !tells, () -> "Took a connection " + how + " for the end of the stream");
    }
}
