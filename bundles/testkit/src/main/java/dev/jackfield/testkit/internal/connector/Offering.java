package dev.jackfield.testkit.internal.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.Peer;
import dev.jackfield.testkit.internal.Turns;
import java.util.ArrayList;
import java.util.List;

/** Rule 7: every wire is offered, and whoever asked has the last word. */
public record Offering(Asking asking, Loop loop) {

    /** It is the very one that is handed out. */
    public void accepted(HostPort target) throws Exception {
        List<Wire> offered = new ArrayList<>();
        Wire wire = turns().await(asking.connect(target, Dial.on(loop).accepting(offered::add)));
        turns().run(wire::close);
        assertEquals(List.of(wire), offered);
    }

    /** What nobody wants is closed, and the peer notices. */
    public void refused(Peer peer) throws Exception {
        List<Wire> offered = new ArrayList<>();
        Dial dial = Dial.on(loop).accepting(wire -> !offered.add(wire));
        turns().awaitFailure(asking.connect(peer.address(), dial));
        assertFalse(offered.isEmpty(), "Every wire is offered");
        for (Wire wire : offered) {
            asking.assertClosed(wire, "A refused wire");
        }
        try (Peer.Line line = peer.accept()) {
            assertEquals(0, line.read(1).length, "The peer sees the end");
        }
    }

    private Turns turns() {
        return new Turns(loop);
    }
}
