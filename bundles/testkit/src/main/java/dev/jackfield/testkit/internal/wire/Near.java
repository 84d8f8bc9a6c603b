package dev.jackfield.testkit.internal.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.testkit.WireContract.Ends;
import dev.jackfield.testkit.internal.Turns;
import java.nio.ByteBuffer;

/** The near end of a connection, used from a test's own thread. */
public final class Near {
    private Near() {}

    /** Those of the loop of the wire under test. */
    public static Turns turns(Ends ends) {
        return new Turns(ends.near().loop());
    }

    /** So many octets from it. */
    public static byte[] read(Ends ends, int count) throws Exception {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        turns(ends).until(count + " bytes have come", () -> {
            int got = ends.near().read(buffer);
            assertTrue(got >= 0, "The stream has ended too early");
            return !buffer.hasRemaining();
        });
        return buffer.array();
    }

    /** All of this into it. */
    public static void write(Ends ends, byte[] bytes) throws Exception {
        ByteBuffer[] source = {ByteBuffer.wrap(bytes)};
        turns(ends).until("the bytes are taken", () -> {
            ends.near().write(source, 0, 1);
            return !source[0].hasRemaining();
        });
    }
}
