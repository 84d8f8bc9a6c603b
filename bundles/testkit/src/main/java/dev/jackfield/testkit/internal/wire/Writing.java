package dev.jackfield.testkit.internal.wire;

import static dev.jackfield.testkit.internal.wire.Near.read;
import static dev.jackfield.testkit.internal.wire.Near.turns;
import static dev.jackfield.testkit.internal.wire.Near.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jackfield.testkit.WireContract.Ends;
import dev.jackfield.testkit.internal.Sink;
import dev.jackfield.testkit.internal.Transfer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What is written, in part, in masses, and until its end. */
public final class Writing {
    private static final int BOTH_WAYS = 100_000;
    private static final int PIECE = 1000;

    private Writing() {}

    /** The peer sees the end, and may go on. */
    public static void endsTheStream(Ends ends) throws Exception {
        write(ends, new byte[] {1});
        turns(ends).run(ends.near()::shutdownOutput);
        assertArrayEquals(new byte[] {1}, ends.far().read(9));
        assertEquals(0, ends.far().read(9).length, "The peer sees the end of the stream");
        ends.far().write(new byte[] {2});
        assertArrayEquals(new byte[] {2}, read(ends, 1));
    }

    /** Of several buffers those in range, one after the other. */
    public static void inOrder(Ends ends) throws Exception {
        ByteBuffer[] sources = new ByteBuffer[] {
            ByteBuffer.wrap(new byte[] {9}),
            ByteBuffer.wrap(new byte[] {1, 2}),
            ByteBuffer.allocate(0),
            ByteBuffer.wrap(new byte[] {0, 3, 0}).position(1).limit(2),
            ByteBuffer.wrap(new byte[] {9})
        };
        long[] count = new long[1];
        turns(ends)
                .until("three buffers are taken", () -> (count[0] += ends.near().write(sources, 1, 3)) == 3);
        assertEquals(1, sources[0].remaining() & sources[4].remaining(), "Buffers out of range are left alone");
        byte[] got = {};
        while (got.length < 3) {
            got = Transfer.joined(got, ends.far().read(9));
        }
        assertArrayEquals(new byte[] {1, 2, 3}, got);
    }

    /** More than fits: a write comes up short, and the rest follows. */
    public static void aLot(Ends ends, int large) throws Exception {
        Transfer transfer = new Transfer(ends.near(), large);
        turns(ends).run(transfer::start);
        turns(ends).until("a write comes up short", () -> transfer.isShort() || transfer.isDone());
        transfer.check(ends.far());
        turns(ends).await(transfer.done());
    }

    /** Octets go to and fro at the same time. */
    public static void bothWays(Ends ends, int large) throws Exception {
        int length = Math.min(large, BOTH_WAYS);
        Transfer transfer = new Transfer(ends.near(), length);
        Sink sink = new Sink(ends.near(), length);
        turns(ends).run(sink::start);
        turns(ends).run(transfer::start);
        byte[] sent = Transfer.pattern(length);
        byte[] got = {};
        for (int at = 0; at < length; at += PIECE) {
            ends.far().write(Arrays.copyOfRange(sent, at, Math.min(length, at + PIECE)));
            got = Transfer.joined(got, ends.far().read(PIECE));
        }
        while (got.length < length) {
            got = Transfer.joined(got, ends.far().read(length - got.length));
        }
        assertArrayEquals(sent, got, "What the far end got");
        assertArrayEquals(sent, turns(ends).await(sink.full()), "What the wire gave");
    }
}
