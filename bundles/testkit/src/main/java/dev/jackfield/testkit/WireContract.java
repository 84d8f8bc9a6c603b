package dev.jackfield.testkit;

import static dev.jackfield.testkit.internal.wire.Near.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.internal.wire.Breaking;
import dev.jackfield.testkit.internal.wire.Reading;
import dev.jackfield.testkit.internal.wire.Waiting;
import dev.jackfield.testkit.internal.wire.Writing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Wire} has to do. {@link ConnectorContract} and {@link LayerContract} bring these tests along; extend
 * this class for a wire that comes from elsewhere.
 */
public abstract class WireContract {
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
        Reading.nothing(open());
    }

    @Test
    @SpiRule(8)
    void readsNoMoreThanAskedFor() throws Exception {
        Reading.noMore(open());
    }

    @Test
    @SpiRule(9)
    void readsTheEndOfTheStreamAgainAndAgain() throws Exception {
        Reading.theEnd(open());
    }

    @Test
    @SpiRule(9)
    void takesNoResetForTheEndOfTheStream() throws Exception {
        Breaking.isNoEnd(open());
    }

    @Test
    @SpiRule(javadoc = "Wire.shutdownOutput")
    void endsTheStreamAndReadsOn() throws Exception {
        Writing.endsTheStream(open());
    }

    @Test
    @SpiRule(javadoc = "Wire.write")
    void writesTheBuffersAskedForInOrder() throws Exception {
        Writing.inOrder(open());
    }

    @Test
    @SpiRule(javadoc = "Wire.write")
    void carriesALotAndComesUpShortInBetween() throws Exception {
        Writing.aLot(open(), large());
    }

    @Test
    @SpiRule(javadoc = "Wire.write")
    void failsToWriteIntoABrokenConnection() throws Exception {
        Breaking.failsWrites(open());
    }

    @Test
    @SpiRule(javadoc = "Wire")
    void carriesBothWaysAtOnce() throws Exception {
        Writing.bothWays(open(), large());
    }

    @Test
    @SpiRule(10)
    void runsAReaderOnceOnTheLoopAndNotInsideTheCall() throws Exception {
        Waiting.aReaderRunsOnce(open());
    }

    @Test
    @SpiRule({9, 10})
    void tellsAReaderOfTheEnd() throws Exception {
        Reading.tellsOfTheEnd(open());
    }

    @Test
    @SpiRule(10)
    void runsAWriterOnceOnTheLoopAndNotInsideTheCall() throws Exception {
        Waiting.aWriterRunsOnce(open());
    }

    @Test
    @SpiRule(10)
    void aLaterWaiterReplacesTheEarlierOne() throws Exception {
        Waiting.theLaterOneCounts(open());
    }

    @Test
    @SpiRule(10)
    void aWaiterMaySetTheNextOne() throws Exception {
        Waiting.oneSetsTheNext(open());
    }

    @Test
    @SpiRule(10)
    void runsNoWaiterAfterClose() throws Exception {
        Waiting.noneRunsAfterClose(open());
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
}
