package dev.jackfield.shell.internal.panel;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands for a connector that would do otherwise than the command line says. <i>Immutable.</i>
 *
 * @param name of that connector
 */
record Refusing(String name) implements Connector {

    /** Whatever stands in brackets: it is not what is wrong. */
    @Override
    public Connector configured(Link link) {
        return this;
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        CompletableFuture<Wire> refused = new CompletableFuture<>();
        attempt.loop()
                .execute(() -> refused.completeExceptionally(new IOException(
                        "--hosts, --dns, --serial, -4 and -6 hold for \"plain\" only: expected a route by"
                                + " that, got one by \"" + name + "\"")));
        return refused;
    }
}
