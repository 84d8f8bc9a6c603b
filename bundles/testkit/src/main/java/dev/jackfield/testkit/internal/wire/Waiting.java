package dev.jackfield.testkit.internal.wire;

import static dev.jackfield.testkit.internal.wire.Near.read;
import static dev.jackfield.testkit.internal.wire.Near.turns;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.WireContract.Ends;
import dev.jackfield.testkit.internal.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rule 10: waiters run at most once, on the loop, not inside the call that sets them, and when the wire is closed. */
public final class Waiting {
    private Waiting() {}

    /** Who waits to read. */
    public static void aReaderRunsOnce(Ends ends) throws Exception {
        int[] runs = new int[2];
        ends.far().write(new byte[] {1});
        turns(ends).run(() -> {
            ends.near().whenReadable(() -> {
                assertTrue(ends.near().loop().inLoop(), "Waiters run on the loop");
                runs[0]++;
            });
            assertEquals(0, runs[0], "Waiters never run inside the call that sets them");
        });
        turns(ends).until("the waiter has run", () -> runs[0] > 0);
        read(ends, 1);
        ends.far().write(new byte[] {2});
        turns(ends).run(() -> ends.near().whenReadable(() -> runs[1]++));
        turns(ends).until("the second waiter has run", () -> runs[1] > 0);
        turns(ends).pass();
        assertEquals(1, runs[0], "A waiter runs once for each time it is set");
        assertEquals(1, runs[1], "A waiter runs once for each time it is set");
    }

    /** Who waits to write. */
    public static void aWriterRunsOnce(Ends ends) throws Exception {
        int[] runs = new int[1];
        turns(ends).run(() -> {
            ends.near().whenWritable(() -> {
                assertTrue(ends.near().loop().inLoop(), "Waiters run on the loop");
                runs[0]++;
            });
            assertEquals(0, runs[0], "Waiters never run inside the call that sets them");
        });
        turns(ends).until("the waiter has run", () -> runs[0] > 0);
        turns(ends).pass();
        assertEquals(1, runs[0], "A waiter runs once for each time it is set");
    }

    /** Of two the later one. */
    public static void theLaterOneCounts(Ends ends) throws Exception {
        int[] runs = new int[4];
        ends.far().write(new byte[] {1});
        turns(ends).run(() -> {
            ends.near().whenReadable(() -> runs[0]++);
            ends.near().whenReadable(() -> runs[1]++);
            ends.near().whenWritable(() -> runs[2]++);
            ends.near().whenWritable(() -> runs[3]++);
        });
        turns(ends).until("the later waiters have run", () -> runs[1] > 0 && runs[3] > 0);
        turns(ends).pass();
        assertArrayEquals(new int[] {0, 1, 0, 1}, runs);
    }

    /** From within. */
    public static void oneSetsTheNext(Ends ends) throws Exception {
        byte[] sent = Transfer.pattern(1000);
        ByteBuffer got = ByteBuffer.allocate(1000);
        turns(ends).run(() -> Transfer.readBytewise(ends.near(), got));
        ends.far().write(sent);
        turns(ends).until("all have come", () -> !got.hasRemaining());
        assertArrayEquals(sent, got.array());
    }

    /** Who waits already, and who begins to. */
    public static void allHearOfTheClose(Ends ends) throws Exception {
        int[] runs = new int[4];
        turns(ends).run(() -> {
            Wire wire = ends.near();
            wire.whenReadable(() -> {
                assertThrows(IOException.class, () -> wire.read(ByteBuffer.allocate(1)), "read after close");
                runs[0]++;
            });
            wire.whenWritable(() -> runs[1]++);
            wire.close();
            assertArrayEquals(new int[4], runs, "Waiters never run inside close");
        });
        turns(ends).until("those who waited have run", () -> runs[0] > 0 && runs[1] > 0);
        turns(ends).run(() -> {
            ends.near().whenReadable(() -> runs[2]++);
            ends.near().whenWritable(() -> runs[3]++);
            assertEquals(0, runs[2] + runs[3], "Waiters never run inside the call that sets them");
        });
        turns(ends).until("those who came later have run", () -> runs[2] > 0 && runs[3] > 0);
        turns(ends).pass();
        assertArrayEquals(new int[] {1, 1, 1, 1}, runs, "A waiter runs once for each time it is set");
    }
}
