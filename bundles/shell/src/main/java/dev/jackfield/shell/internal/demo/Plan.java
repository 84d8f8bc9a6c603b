package dev.jackfield.shell.internal.demo;

import dev.jackfield.shell.internal.tap.Spans;
import java.time.Duration;
import java.util.Objects;

/**
 * What the demo is asked to do. <i>Immutable.</i>
 *
 * @param length of the whole
 * @param swapEvery how often the connector is replaced
 * @param connections requests in flight at a time, from 1 to {@value #MOST_CONNECTIONS}
 */
public record Plan(Duration length, Duration swapEvery, int connections) {
    private static final int MOST_CONNECTIONS = 1000;

    /** Checks the ranges. */
    public Plan {
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(swapEvery, "swapEvery");
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "--connections: expected 1 to " + MOST_CONNECTIONS + ", got " + connections);
        }
        if (swapEvery.compareTo(length) > 0) {
            throw new IllegalArgumentException("--swap-every: expected no more than the " + Spans.text(length)
                    + " of the demo, got " + Spans.text(swapEvery));
        }
    }
}
