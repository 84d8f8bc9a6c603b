package dev.jackfield.shell.internal.demo;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Wire;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A connector that leaves the work to another one, whoever that is just now: a patch cord of its own all the same. */
record Relay(Supplier<Connector> next) implements Connector {
    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return next.get().connect(target, attempt);
    }
}
