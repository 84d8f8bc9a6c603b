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

/** An attempt that is another one, but for what is overridden. <i>Loop-confined.</i> */
abstract class ForwardingAttempt implements Attempt {
    final Attempt whole;

    ForwardingAttempt(Attempt whole) {
        this.whole = whole;
    }

    @Override
    public Affinity affinity() {
        return whole.affinity();
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
