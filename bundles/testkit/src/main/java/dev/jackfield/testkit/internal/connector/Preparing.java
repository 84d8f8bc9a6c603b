package dev.jackfield.testkit.internal.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.internal.Sockets;
import dev.jackfield.testkit.internal.Turns;
import java.io.IOException;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Rule 6: every socket is shown before it is connected, and what is said about it counts. */
public record Preparing(Asking asking, Loop loop) {
    private static final Duration LIMIT = Duration.ofMillis(150);

    /** What a busy machine may add. */
    private static final Duration LATEST = Duration.ofMillis(500);

    private static final int TRIES = 3;

    /** None has been connected when it is shown, and none is left in the end. */
    public void beforehand(HostPort target, boolean opensSockets) throws Exception {
        Sockets sockets = new Sockets();
        Wire wire = connected(target, sockets);
        turns().run(wire::close);
        assertEquals(opensSockets, sockets.count() > 0, "Sockets seen by prepare()");
        sockets.assertUnconnectedWhenSeen();
        sockets.assertAllClosed();
    }

    /** The wire's own socket is among those that were shown. */
    public void ofNoOther(HostPort target) throws Exception {
        Sockets sockets = new Sockets();
        Wire wire = connected(target, sockets);
        turns().run(() -> {
            NetworkChannel socket = wire.beneath(NetworkChannel.class)
                    .orElseThrow(() -> new AssertionError("Expected the wire to tell its socket beneath"));
            wire.close();
            assertTrue(sockets.saw(socket), "The socket of the wire was not shown to prepare()");
        });
    }

    /** Whoever does not answer has so much time, no less, and no more; of that the best of some tries counts. */
    public void limits(HostPort silent) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && least > LATEST.toNanos(); i++) {
            least = Math.min(least, overtime(silent));
        }
        assertTrue(
                least <= LATEST.toNanos(),
                "Went on for " + TimeUnit.NANOSECONDS.toMillis(least) + " ms over an address for which prepare() gave "
                        + LIMIT.toMillis() + " ms");
    }

    /** How long it took from the last socket that was shown. */
    private long overtime(HostPort silent) throws Exception {
        Sockets sockets = new Sockets(LIMIT);
        CompletableFuture<Wire> stage = asking.connect(silent, sockets.seenBy(Dial.on(loop)));
        // On the loop, so that a test thread that is late does not make up for a connector that is early.
        CompletableFuture<Long> end = stage.handle((wire, error) -> System.nanoTime());
        turns().awaitFailure(stage);
        assertTrue(end.join() - sockets.firstSeen() >= LIMIT.toNanos(), "Gave up before the time limit");
        sockets.assertAllClosed();
        return end.join() - sockets.lastSeen();
    }

    /** What cannot be prepared is not connected. */
    public void fails(HostPort target) throws Exception {
        Sockets sockets = new Sockets(new IOException("not this one"));
        IOException failure = turns().awaitFailure(asking.connect(target, sockets.seenBy(Dial.on(loop))));
        assertTrue(failure.toString().contains("not this one"), "Says why: " + failure);
        sockets.assertAllClosed();
    }

    private Wire connected(HostPort target, Sockets sockets) throws Exception {
        return turns().await(asking.connect(target, sockets.seenBy(Dial.on(loop))));
    }

    private Turns turns() {
        return new Turns(loop);
    }
}
