package dev.jackfield.testkit.internal.wire;

import static dev.jackfield.testkit.internal.wire.Near.read;
import static dev.jackfield.testkit.internal.wire.Near.turns;
import static dev.jackfield.testkit.internal.wire.Near.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.testkit.WireContract.Ends;
import dev.jackfield.testkit.internal.Transfer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Rules 8 and 9: what is read, no more of it, and its end. */
public final class Reading {
    private Reading() {}

    /** Zero, while nothing is there, and where there is no room. */
    public static void nothing(Ends ends) throws Exception {
        turns(ends).run(() -> assertEquals(0, ends.near().read(ByteBuffer.allocate(1)), "Nothing has been sent"));
        ends.far().write(new byte[] {1});
        assertEquals(0, turns(ends).call(() -> ends.near().read(ByteBuffer.allocate(0))), "Nothing was wanted");
        assertArrayEquals(new byte[] {1}, read(ends, 1));
    }

    /** As many octets as there is room for, and the rest later. */
    public static void noMore(Ends ends) throws Exception {
        byte[] sent = Transfer.pattern(100);
        ends.far().write(sent);
        ByteBuffer part = ByteBuffer.allocate(30).position(10).limit(15);
        turns(ends).until("5 bytes have come", () -> {
            ends.near().read(part);
            assertTrue(part.limit() == 15 && part.position() <= 15, "Moves the position, and nothing else");
            return !part.hasRemaining();
        });
        assertArrayEquals(Arrays.copyOf(sent, 5), Arrays.copyOfRange(part.array(), 10, 15));
        assertEquals(0, part.get(9) | part.array()[15], "Bytes around the part asked for stay as they were");
        assertArrayEquals(Arrays.copyOfRange(sent, 5, 100), read(ends, 95));
    }

    /** The end stays the end, and the other direction goes on. */
    public static void theEnd(Ends ends) throws Exception {
        ends.far().write(new byte[] {1, 2});
        ends.far().shutdownOutput();
        assertArrayEquals(new byte[] {1, 2}, read(ends, 2));
        ByteBuffer buffer = ByteBuffer.allocate(1);
        turns(ends).until("the stream has ended", () -> ends.near().read(buffer) == -1);
        assertEquals(-1, turns(ends).call(() -> ends.near().read(buffer)), "It stays ended");
        write(ends, new byte[] {3});
        assertArrayEquals(new byte[] {3}, ends.far().read(9), "The other direction goes on");
    }

    /** Who waits is told of the end. */
    public static void tellsOfTheEnd(Ends ends) throws Exception {
        boolean[] told = new boolean[1];
        turns(ends).run(() -> Transfer.readUntilTheEnd(ends.near(), () -> told[0] = true));
        turns(ends).pass();
        assertFalse(told[0], "Nothing has ended yet");
        ends.far().shutdownOutput();
        turns(ends).until("the waiter has seen the end of the stream", () -> told[0]);
    }
}
