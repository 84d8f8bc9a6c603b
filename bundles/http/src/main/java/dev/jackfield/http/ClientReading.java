package dev.jackfield.http;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One client among {@link Clients}. <i>Immutable.</i>
 *
 * @param name of its configuration; empty for the one that has none of its own
 * @param user for people to read: the bundle that it is for
 * @param since when it was made
 * @param readings what it holds on to
 * @param wires its connections, by origin
 */
public record ClientReading(String name, String user, Instant since, Readings readings, List<WireReading> wires) {
    /** Checks for nulls. */
    public ClientReading {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(readings, "readings");
        wires = List.copyOf(wires);
    }
}
