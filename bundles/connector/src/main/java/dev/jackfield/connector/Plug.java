package dev.jackfield.connector;

import java.util.Objects;

/**
 * A connector that is plugged in on a {@link Panel}, or waits behind one of higher ranking.
 *
 * <p><i>Immutable.</i>
 *
 * @param name of the socket on the panel
 * @param ranking the highest is in use; of equals the service with the lowest id, then what was plugged in first
 * @param generation unique in the panel: two plugs never share one, not even the same connector plugged in twice
 * @param owner for people to read: the bundle, module or class it came from
 * @param connector what is plugged in
 */
public record Plug(String name, int ranking, long generation, String owner, Connector connector) {
    /** Checks for nulls. */
    public Plug {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(connector, "connector");
    }
}
