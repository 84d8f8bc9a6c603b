package dev.jackfield.connector;

import java.util.Objects;

/**
 * A connector or a layer that is plugged in on a {@link Panel}, or waits behind one of higher ranking.
 *
 * <p><i>Immutable.</i>
 *
 * @param <T> {@link Connector} or {@link Layer}
 * @param name of the socket on the panel
 * @param ranking the highest is in use; of equals the service with the lowest id, then what was plugged in first
 * @param generation unique in the panel: two plugs never share one, not even the same connector plugged in twice; a layer
 *     that says it {@linkplain Layer#watch changed} gets a new one
 * @param owner for people to read: the bundle, module or class it came from
 * @param plugged what is plugged in
 */
public record Plug<T>(String name, int ranking, long generation, String owner, T plugged) {
    /** Checks for nulls. */
    public Plug {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(plugged, "plugged");
    }
}
