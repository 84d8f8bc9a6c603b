package dev.jackfield.shell.internal.tap;

import dev.jackfield.connector.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a command has to do with the wires of its client.
 *
 * @param gate lets through what comes in
 * @param limit on inactivity: for each address while connecting, for each handshake, then between any two reads or writes
 * @param lines gets, line by line and on the loop of the wire, what is done and sent; none if nobody cares
 */
public record Tap(Gate gate, Duration limit, Optional<Consumer<String>> lines) {

    void tell(Supplier<String> line) {
        lines.ifPresent(all -> all.accept(line.get()));
    }

    /** A wire that shows the first head written to it. */
    Wire on(Wire wire) {
        return lines.<Wire>map(all -> new TappedWire(wire, all)).orElse(wire);
    }
}
