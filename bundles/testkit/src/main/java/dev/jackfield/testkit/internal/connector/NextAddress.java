package dev.jackfield.testkit.internal.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A target of several addresses, the first of which will not do. */
public final class NextAddress {
    private final Asking asking;
    private final Turns turns;
    private final Dial dial;
    private final HostPort target;

    /** Of this target. */
    public NextAddress(Asking asking, Loop loop, HostPort target) {
        this.asking = asking;
        this.turns = new Turns(loop);
        this.dial = Dial.on(loop);
        this.target = target;
    }

    /** The caller does not like the first wire. */
    public void afterARefusedWire() throws Exception {
        List<Wire> offered = new ArrayList<>();
        Wire wire =
                turns.await(asking.connect(target, dial.accepting(next -> offered.add(next) && offered.size() > 1)));
        assertEquals(2, offered.size(), "Wires offered");
        assertSame(offered.get(1), wire, "The wire that was accepted");
        asking.assertClosed(offered.get(0), "The wire that was refused");
        turns.run(wire::close);
    }

    /** The caller is asked about the second socket, too, before it is connected. */
    public void showsItsSocket() throws Exception {
        Sockets sockets = new Sockets();
        List<Wire> offered = new ArrayList<>();
        Wire wire = turns.await(asking.connect(
                target, sockets.seenBy(dial).accepting(next -> offered.add(next) && offered.size() > 1)));
        turns.run(() -> {
            NetworkChannel socket = wire.beneath(NetworkChannel.class)
                    .orElseThrow(() -> new AssertionError("Expected the wire to tell its socket beneath"));
            wire.close();
            assertTrue(sockets.saw(socket), "The socket of the second address was not shown to prepare()");
        });
        sockets.assertUnconnectedWhenSeen();
        sockets.assertAllClosed();
    }

    /** The caller cannot use the first socket. */
    public void afterASocketThatCannotBePrepared() throws Exception {
        Set<NetworkChannel> shown = new HashSet<>();
        Wire wire = turns.await(asking.connect(target, dial.preparing(socket -> {
            if (shown.add(socket) && shown.size() == 1) {
                throw new IOException("not this one");
            }
            return Duration.ZERO;
        })));
        turns.run(wire::close);
        for (NetworkChannel socket : shown) {
            assertEquals(false, socket.isOpen(), "Sockets left open, the one that could not be prepared included");
        }
    }
}
