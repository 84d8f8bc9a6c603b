package dev.jackfield.anyevent;

import java.io.IOException;
import java.util.Objects;

/**
 * No connection came about. <i>Immutable.</i>
 *
 * @param errno what {@code $!} would be, by its name: {@code ENXIO} if the name led nowhere, {@code ECONNREFUSED}, {@code
 *     ETIMEDOUT}, {@code ENOENT} and so on; {@code EIO} where nothing is known
 * @param why for people; a {@link dev.jackfield.connector.ConnectFailure} knows everything that was tried
 */
public record NotConnected(String errno, IOException why) implements Connection {
    /** Checks for nulls. */
    public NotConnected {
        Objects.requireNonNull(errno, "errno");
        Objects.requireNonNull(why, "why");
    }

    @Override
    public Connected orThrow() throws IOException {
        throw why;
    }
}
