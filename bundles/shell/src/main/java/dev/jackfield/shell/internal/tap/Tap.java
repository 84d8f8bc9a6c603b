package dev.jackfield.shell.internal.tap;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a command has to do with the wires of its client.
 *
 * @param gate lets through what comes in
 * @param limit on inactivity: for each address while connecting, then between any two reads or writes
 * @param lines gets, line by line and on the loop of the wire, what is done and sent; none if nobody cares
 */
public record Tap(Gate gate, Duration limit, Optional<Consumer<String>> lines) {}
