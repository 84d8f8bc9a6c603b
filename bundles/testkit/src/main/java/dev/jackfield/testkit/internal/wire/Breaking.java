package dev.jackfield.testkit.internal.wire;

import static dev.jackfield.testkit.internal.wire.Near.turns;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.WireContract.Ends;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;

/** A connection that the peer, or somebody on the way, breaks off. */
public final class Breaking {
    private Breaking() {}

    /** Whoever reads gets an error. */
    public static void isNoEnd(Ends ends) throws Exception {
        broken(ends.far());
        turns(ends).until("a read has failed, for the connection is broken", fails(() -> {
            int count = ends.near().read(ByteBuffer.allocate(1));
            assertTrue(count >= 0, "Took a broken connection for the end of the stream");
        }));
    }

    /** Whoever writes gets an error, sooner or later: what the operating system has taken may be lost. */
    public static void failsWrites(Ends ends) throws Exception {
        broken(ends.far());
        turns(ends)
                .until(
                        "a write has failed, for the connection is broken",
                        fails(() -> ends.near().write(new ByteBuffer[] {ByteBuffer.allocate(1)}, 0, 1)));
    }

    private static void broken(Peer.Line far) throws IOException {
        assumeTrue(far.reset(), "the peer cannot break a connection off");
    }

    @FunctionalInterface
    private interface Use {
        void once() throws IOException;
    }

    private static Callable<Boolean> fails(Use use) {
        return () -> {
            try {
                use.once();
                return false;
            } catch (IOException e) {
                return true;
            }
        };
    }
}
