package dev.jackfield.testkit.internal.connector;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.internal.Sockets;
import dev.jackfield.testkit.internal.Turns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Connects that a test asks for, all on one loop. */
public final class Asking {
    private final Connector connector;
    private final Loop loop;
    private final Turns turns;

    /** By a connector, on a loop. */
    public Asking(Connector connector, Loop loop) {
        this.connector = connector;
        this.loop = loop;
        this.turns = new Turns(loop);
    }

    /** Asks for a target. */
    public CompletableFuture<Wire> connect(HostPort target, Dial dial) throws Exception {
        return turns.call(() -> now(target, dial));
    }

    /** Asks for a target, on the loop already. */
    public CompletableFuture<Wire> now(HostPort target, Dial dial) {
        CompletableFuture<Wire> outcome = new CompletableFuture<>();
        CompletionStage<Wire> stage = connector.connect(target, dial);
        assertNotNull(stage, "Expected a stage from the connector, got null");
        stage.whenComplete((wire, error) -> {
            if (error != null) {
                outcome.completeExceptionally(error);
            } else {
                outcome.complete(wire);
            }
        });
        return outcome;
    }

    /** Cancels after so many turns of the loop, whatever has come about by then. */
    public void cancelAfter(int count, HostPort target) throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(loop));
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        CompletableFuture<Wire> outcome = turns.call(() -> {
            CompletableFuture<Wire> asked = now(target, dial);
            turns.hop(count, () -> cancel(dial, asked.isDone(), sockets, over));
            return asked;
        });
        boolean before = turns.await(over);
        turns.pass();
        if (before) {
            Wire wire = turns.await(outcome);
            turns.run(() -> {
                wire.read(ByteBuffer.allocate(1));
                wire.close();
            });
        } else {
            assertNoWire(outcome);
        }
        turns.run(sockets::assertAllClosed);
    }

    private static void cancel(Dial dial, boolean done, Sockets sockets, CompletableFuture<Boolean> over) {
        try {
            dial.cancel();
            if (!done) {
                sockets.assertAllClosed();
            }
            over.complete(done);
        } catch (RuntimeException | Error e) {
            over.completeExceptionally(e);
        }
    }

    /** Fails if it handed out a wire. */
    public static void assertNoWire(CompletableFuture<Wire> outcome) {
        assertTrue(
                !outcome.isDone() || outcome.isCompletedExceptionally(),
                "A cancelled attempt must not hand out a wire");
    }

    /** Fails if it can still be read. */
    public void assertClosed(Wire wire, String which) throws Exception {
        turns.run(() -> assertThrows(IOException.class, () -> wire.read(ByteBuffer.allocate(1)), which + " is closed"));
    }
}
