package dev.jackfield.connector.plain;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A loop to connect on, and a look at whether anything is left behind. */
abstract class Connects {
    final Loops loops = Loops.create(1);
    final ChannelLoop loop = loops.all().get(0);
    final List<NetworkChannel> sockets = new CopyOnWriteArrayList<>();

    @AfterEach
    void leavesNothingBehind() {
        new BackAtZero(() -> Map.of(
                        "sockets",
                        (int) sockets.stream().filter(NetworkChannel::isOpen).count(),
                        "channels",
                        loops.load().channels(),
                        "timers",
                        loops.load().timers()))
                .check();
        loops.close();
    }

    /** A dial whose sockets are looked after. */
    final Dial dial() {
        return dial(Duration.ZERO);
    }

    /** The same with a time limit for each address. */
    final Dial dial(Duration limit) {
        return Dial.on(loop).preparing(socket -> {
            sockets.add(socket);
            return limit;
        });
    }

    final CompletableFuture<Wire> connect(PlainConnector connector, HostPort target) {
        return connect(connector, target, dial());
    }

    final CompletableFuture<Wire> connect(Connector connector, HostPort target, Dial dial) {
        CompletableFuture<Wire> outcome = new CompletableFuture<>();
        loop.execute(() -> connector.connect(target, dial).whenComplete((wire, error) -> {
            if (error == null) {
                outcome.complete(wire);
            } else {
                outcome.completeExceptionally(error);
            }
        }));
        return outcome;
    }

    static Wire get(CompletableFuture<Wire> stage) throws Exception {
        return stage.get(10, TimeUnit.SECONDS);
    }

    static ConnectFailure failure(CompletableFuture<Wire> stage) throws Exception {
        try {
            throw new AssertionError("Expected a failure, got " + get(stage));
        } catch (ExecutionException e) {
            return (ConnectFailure) e.getCause();
        }
    }

    final List<Ledger.Tried> tried(Wire wire) throws Exception {
        return onLoop(() -> wire.beneath(Ledger.class).orElseThrow().tried());
    }

    final void close(Wire wire) throws Exception {
        onLoop(() -> {
            wire.close();
            return true;
        });
    }

    final <T> T onLoop(Callable<T> task) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(task.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(10, TimeUnit.SECONDS);
    }

    /** Waits for something that comes by itself. */
    final void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!onLoop(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain");
            }
        }
    }
}
