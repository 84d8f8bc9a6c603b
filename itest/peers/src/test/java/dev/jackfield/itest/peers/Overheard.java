package dev.jackfield.itest.peers;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.loop.Guard;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * A layer of TLS, and a note of what each of its handshakes has come to.
 *
 * @param tls does the work
 * @param notes takes them, in the order in which the handshakes ended
 */
record Overheard(Layer tls, Queue<Negotiated> notes) implements Layer {

    @Override
    public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
        UnaryOperator<Wire> noted = wire -> {
            notes.add(wire.beneath(Negotiated.class).orElseThrow());
            return wire;
        };
        return tls.over(below, target, attempt).thenApply(noted);
    }

    @Override
    public Layer configured(Link link) throws UnpluggedException {
        return new Overheard(tls.configured(link), notes);
    }

    @Override
    public boolean encrypts() {
        return tls.encrypts();
    }

    @Override
    public Guard watch(Runnable changed) {
        return tls.watch(changed);
    }
}
