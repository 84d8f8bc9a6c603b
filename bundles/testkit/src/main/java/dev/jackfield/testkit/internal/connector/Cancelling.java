package dev.jackfield.testkit.internal.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.internal.Sockets;
import dev.jackfield.testkit.internal.Turns;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Rules 4 and 5: a connect that is called off, at one moment or another. */
public record Cancelling(Asking asking, Loop loop) {

    /** While nobody answers. */
    public void whileConnecting(HostPort silent, boolean opensSockets) throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(loop));
        CompletableFuture<Wire> stage = asking.connect(silent, dial);
        if (opensSockets) {
            turns().until("there is a socket", () -> sockets.count() > 0);
        }
        turns().run(() -> {
            dial.cancel();
            sockets.assertAllClosed();
            dial.cancel();
        });
        comesToNothing(stage, sockets);
    }

    /** By whoever prepares the socket. */
    public void whilePreparing(HostPort target) throws Exception {
        Sockets sockets = new Sockets();
        Dial[] dial = new Dial[1];
        dial[0] = Dial.on(loop).preparing(socket -> {
            dial[0].cancel();
            return sockets.prepare(socket);
        });
        CompletableFuture<Wire> stage = asking.connect(target, dial[0]);
        turns().until("a socket is shown", () -> sockets.count() > 0);
        comesToNothing(stage, sockets);
    }

    /** By whoever is offered the wire. */
    public void whileOffering(HostPort target) throws Exception {
        List<Wire> offered = new ArrayList<>();
        Dial[] dial = new Dial[1];
        dial[0] = Dial.on(loop).accepting(wire -> {
            dial[0].cancel();
            return offered.add(wire);
        });
        CompletableFuture<Wire> stage = asking.connect(target, dial[0]);
        turns().until("a wire is offered", () -> !offered.isEmpty());
        turns().pass();
        asking.assertClosed(offered.get(0), "The wire that nobody wants any more");
        Asking.assertNoWire(stage);
    }

    /** Right behind the call. */
    public void inTheSameTurn(HostPort target) throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(loop));
        CompletableFuture<Wire> stage = turns().call(() -> {
            CompletableFuture<Wire> outcome = asking.now(target, dial);
            dial.cancel();
            sockets.assertAllClosed();
            return outcome;
        });
        comesToNothing(stage, sockets);
    }

    /** Ahead of the call. */
    public void before(HostPort target) throws Exception {
        Sockets sockets = new Sockets();
        Dial dial = sockets.seenBy(Dial.on(loop));
        turns().run(dial::cancel);
        comesToNothing(asking.connect(target, dial), sockets);
    }

    /** When the wire is its owner's already. */
    public void afterwards(Peer peer) throws Exception {
        Dial dial = Dial.on(loop);
        Wire wire = turns().await(asking.connect(peer.address(), dial));
        turns().run(dial::cancel);
        turns().pass();
        try (Peer.Line line = peer.accept()) {
            line.write(new byte[] {7});
            ByteBuffer buffer = ByteBuffer.allocate(1);
            turns().until("a byte has come", () -> wire.read(buffer) == 1);
        }
        turns().run(wire::close);
    }

    private void comesToNothing(CompletableFuture<Wire> stage, Sockets sockets) throws Exception {
        turns().pass();
        sockets.assertAllClosed();
        Asking.assertNoWire(stage);
    }

    private Turns turns() {
        return new Turns(loop);
    }
}
