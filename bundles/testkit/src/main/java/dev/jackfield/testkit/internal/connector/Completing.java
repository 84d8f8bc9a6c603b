package dev.jackfield.testkit.internal.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.internal.Sockets;
import dev.jackfield.testkit.internal.Turns;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Rules 1 and 3: when, where and how often a connect comes to its end, good or bad. */
public record Completing(Connector connector, Loop loop) {
    private static final HostPort NOWHERE = HostPort.unix("/no/such/directory/socket");

    /** On the loop, and not before the call has returned. */
    public void onTheLoop(HostPort target) throws Exception {
        CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
        turns().run(() -> {
            CompletionStage<Wire> stage = connector.connect(target, Dial.on(loop));
            assertFalse(stage.toCompletableFuture().isDone(), "Completed before the call returned");
            stage.whenComplete((wire, error) -> {
                onLoop.complete(loop.inLoop());
                if (wire != null) {
                    wire.close();
                }
            });
        });
        assertTrue(turns().await(onLoop), "Completed off the loop");
    }

    /** Tells each asker once, and whoever asks again the same. */
    public void once(HostPort target) throws Exception {
        AtomicInteger told = new AtomicInteger();
        CompletionStage<Wire> stage = turns().call(() -> {
            CompletionStage<Wire> started = connector.connect(target, Dial.on(loop));
            started.whenComplete((wire, error) -> told.incrementAndGet());
            return started;
        });
        Object first = outcome(stage);
        turns().pass();
        assertEquals(1, told.get(), "Completions");
        assertSame(first, outcome(stage), "The outcome when asked again");
        if (first instanceof Wire wire) {
            turns().run(wire::close);
        }
    }

    /** What makes no sense to it fails by the stage, if it does not wait for better days. */
    public void nowhere() throws Exception {
        Dial dial = Dial.on(loop);
        CompletableFuture<Wire> outcome = new Asking(connector, loop).connect(NOWHERE, dial);
        turns().pass();
        if (outcome.isDone()) {
            turns().awaitFailure(outcome);
        } else {
            turns().run(dial::cancel);
        }
    }

    /** Nothing is left of what failed. */
    public void closed(HostPort refusing) throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(loop));
        turns().awaitFailure(new Asking(connector, loop).connect(refusing, dial));
        sockets.assertAllClosed();
    }

    private Object outcome(CompletionStage<Wire> stage) throws Exception {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        stage.whenComplete((wire, error) -> outcome.complete(error == null ? wire : error));
        return turns().await(outcome);
    }

    private Turns turns() {
        return new Turns(loop);
    }
}
