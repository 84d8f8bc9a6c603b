package dev.jackfield.connector.internal;

import dev.jackfield.connector.Affinity;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** An attempt at one place on the way: the same, but for whom the link there may share with. <i>Loop-confined.</i> */
public record Placed(Attempt whole, UnaryOperator<Affinity> narrowing) implements Attempt {

    /** Made when somebody asks: most links remember nothing. */
    @Override
    public Affinity affinity() {
        return narrowing.apply(whole.affinity());
    }

    @Override
    public Loop loop() {
        return whole.loop();
    }

    @Override
    public Duration prepare(NetworkChannel socket) throws IOException {
        return whole.prepare(socket);
    }

    @Override
    public Duration limit() {
        return whole.limit();
    }

    @Override
    public List<String> protocols() {
        return whole.protocols();
    }

    @Override
    public void entering(Hop hop) {
        whole.entering(hop);
    }

    @Override
    public void leaving(Hop hop) {
        whole.leaving(hop);
    }

    @Override
    public List<Hop> trail() {
        return whole.trail();
    }

    @Override
    public int depth() {
        return whole.depth();
    }

    @Override
    public boolean accepts(Wire wire) {
        return whole.accepts(wire);
    }

    @Override
    public void whenCancelled(Runnable undo) {
        whole.whenCancelled(undo);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }
}
