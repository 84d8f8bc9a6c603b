package dev.jackfield.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.internal.Sink;
import dev.jackfield.testkit.internal.Transfer;
import dev.jackfield.testkit.internal.Turns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Wire} has to do. {@link ConnectorContract} and {@link LayerContract} bring these tests along; extend
 * this class for a wire that comes from elsewhere.
 */
public abstract class WireContract {
    private static final int BOTH_WAYS = 100_000;
    private static final int PIECE = 1000;

    private final List<Ends> opened = new ArrayList<>();

    /**
     * A connection.
     *
     * @param near the wire under test
     * @param far the peer's end of it
     */
    public record Ends(Wire near, Peer.Line far) {}

    /** For the implementer of the test. */
    protected WireContract() {}

    /**
     * Connects the wire under test.
     *
     * @return a new connection on which nothing has been sent yet, with room for at least 100 bytes in each direction
     *     before anybody reads
     * @throws Exception fails the test
     */
    protected abstract Ends connect() throws Exception;

    /**
     * How many bytes the tests send at most in one go. A wire that is slow on purpose may ask for less.
     *
     * @return at least 1000; enough to fill all buffers on the way, if {@link Wire#write} is ever to come up short
     */
    protected int large() {
        return 16 << 20;
    }

    /** Wires go before whatever they need, such as their loop. */
    @AfterEach
    final void closeAll() throws Exception {
        for (Ends ends : opened) {
            turns(ends).run(ends.near()::close);
            ends.far().close();
        }
        closeTheRest();
    }

    void closeTheRest() throws Exception {}

    @Test
    @SpiRule(javadoc = "Wire.loop, Wire.peer, Wire.beneath")
    void saysWhatItIs() throws Exception {
        Ends ends = open();
        turns(ends).run(() -> {
            Wire wire = ends.near();
            assertSame(wire.loop(), wire.loop(), "The loop of a wire never changes");
            assertTrue(wire.loop().inLoop(), "A wire works on its loop");
            assertNotNull(wire.peer(), "peer()");
            assertNotNull(wire.beneath(Wire.class), "beneath()");
            assertTrue(wire.beneath(Unrelated.class).isEmpty(), "Nothing of this type is beneath");
        });
    }

    private static final class Unrelated {}

    @Test
    @SpiRule(javadoc = "Wire.read")
    void readsNothingWhenNothingIsThereOrWanted() throws Exception {
        Ends ends = open();
        turns(ends).run(() -> assertEquals(0, ends.near().read(ByteBuffer.allocate(1)), "Nothing has been sent"));
        ends.far().write(new byte[] {1});
        assertEquals(0, turns(ends).call(() -> ends.near().read(ByteBuffer.allocate(0))), "Nothing was wanted");
        assertArrayEquals(new byte[] {1}, read(ends, 1));
    }

    @Test
    @SpiRule(8)
    void readsNoMoreThanAskedFor() throws Exception {
        Ends ends = open();
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

    @Test
    @SpiRule(9)
    void readsTheEndOfTheStreamAgainAndAgain() throws Exception {
        Ends ends = open();
        ends.far().write(new byte[] {1, 2});
        ends.far().shutdownOutput();
        assertArrayEquals(new byte[] {1, 2}, read(ends, 2));
        ByteBuffer buffer = ByteBuffer.allocate(1);
        turns(ends).until("the stream has ended", () -> ends.near().read(buffer) == -1);
        assertEquals(-1, turns(ends).call(() -> ends.near().read(buffer)), "It stays ended");
        write(ends, new byte[] {3});
        assertArrayEquals(new byte[] {3}, ends.far().read(9), "The other direction goes on");
    }

    @Test
    @SpiRule(javadoc = "Wire.shutdownOutput")
    void endsTheStreamAndReadsOn() throws Exception {
        Ends ends = open();
        write(ends, new byte[] {1});
        turns(ends).run(ends.near()::shutdownOutput);
        assertArrayEquals(new byte[] {1}, ends.far().read(9));
        assertEquals(0, ends.far().read(9).length, "The peer sees the end of the stream");
        ends.far().write(new byte[] {2});
        assertArrayEquals(new byte[] {2}, read(ends, 1));
    }

    @Test
    @SpiRule(javadoc = "Wire.write")
    void writesTheBuffersAskedForInOrder() throws Exception {
        Ends ends = open();
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

    @Test
    @SpiRule(javadoc = "Wire.write")
    void carriesALotAndComesUpShortInBetween() throws Exception {
        Ends ends = open();
        Transfer transfer = new Transfer(ends.near(), large());
        turns(ends).run(transfer::start);
        turns(ends).until("a write comes up short", () -> transfer.isShort() || transfer.isDone());
        transfer.check(ends.far());
        turns(ends).await(transfer.done());
    }

    @Test
    @SpiRule(javadoc = "Wire")
    void carriesBothWaysAtOnce() throws Exception {
        Ends ends = open();
        int length = Math.min(large(), BOTH_WAYS);
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

    @Test
    @SpiRule(10)
    void runsAReaderOnceOnTheLoopAndNotInsideTheCall() throws Exception {
        Ends ends = open();
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

    @Test
    @SpiRule({9, 10})
    void tellsAReaderOfTheEnd() throws Exception {
        Ends ends = open();
        boolean[] told = new boolean[1];
        turns(ends).run(() -> Transfer.readUntilTheEnd(ends.near(), () -> told[0] = true));
        turns(ends).pass();
        assertFalse(told[0], "Nothing has ended yet");
        ends.far().shutdownOutput();
        turns(ends).until("the waiter has seen the end of the stream", () -> told[0]);
    }

    @Test
    @SpiRule(10)
    void runsAWriterOnceOnTheLoopAndNotInsideTheCall() throws Exception {
        Ends ends = open();
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

    @Test
    @SpiRule(10)
    void aLaterWaiterReplacesTheEarlierOne() throws Exception {
        Ends ends = open();
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

    @Test
    @SpiRule(10)
    void aWaiterMaySetTheNextOne() throws Exception {
        Ends ends = open();
        byte[] sent = Transfer.pattern(1000);
        ByteBuffer got = ByteBuffer.allocate(1000);
        turns(ends).run(() -> Transfer.readBytewise(ends.near(), got));
        ends.far().write(sent);
        turns(ends).until("all have come", () -> !got.hasRemaining());
        assertArrayEquals(sent, got.array());
    }

    @Test
    @SpiRule(10)
    void runsNoWaiterAfterClose() throws Exception {
        Ends ends = open();
        int[] runs = new int[2];
        ends.far().write(new byte[] {1});
        turns(ends).run(() -> {
            ends.near().whenReadable(() -> runs[0]++);
            ends.near().whenWritable(() -> runs[1]++);
            ends.near().close();
        });
        turns(ends).pass();
        assertArrayEquals(new int[2], runs);
    }

    @Test
    @SpiRule(javadoc = "Wire.close")
    void closesOnceAndForAll() throws Exception {
        Ends ends = open();
        turns(ends).run(() -> {
            ends.near().close();
            ends.near().close();
            assertThrows(IOException.class, () -> ends.near().read(ByteBuffer.allocate(1)), "read after close");
            ByteBuffer[] source = {ByteBuffer.allocate(1)};
            assertThrows(IOException.class, () -> ends.near().write(source, 0, 1), "write after close");
            assertThrows(IOException.class, ends.near()::shutdownOutput, "shutdownOutput after close");
            ends.near().whenReadable(() -> {});
            ends.near().whenWritable(() -> {});
            assertNotNull(ends.near().peer(), "peer() after close");
        });
        assertEquals(0, ends.far().read(1).length, "The peer sees the end of the stream");
    }

    final Ends open() throws Exception {
        Ends ends = connect();
        opened.add(ends);
        return ends;
    }

    private static Turns turns(Ends ends) {
        return new Turns(ends.near().loop());
    }

    private static byte[] read(Ends ends, int count) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        turns(ends).until(count + " bytes have come", () -> {
            int got = ends.near().read(buffer);
            assertTrue(got >= 0, "The stream has ended too early");
            return !buffer.hasRemaining();
        });
        return buffer.array();
    }

    private static void write(Ends ends, byte[] bytes) throws Exception {
        ByteBuffer[] source = {ByteBuffer.wrap(bytes)};
        turns(ends).until("the bytes are taken", () -> {
            ends.near().write(source, 0, 1);
            return !source[0].hasRemaining();
        });
    }
}
