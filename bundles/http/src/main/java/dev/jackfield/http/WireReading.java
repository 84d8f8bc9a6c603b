package dev.jackfield.http;

import dev.jackfield.address.HostPort;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One connection of a client. <i>Immutable.</i>
 *
 * @param origin whom it leads to
 * @param secure whether https is spoken there
 * @param route by which way, without passwords
 * @param generations of the plugs that made it, one for each link of the route; 0 for a connector that was brought along
 * @param state what it does
 * @param age since connecting began
 * @param rest how long it has been in this state
 * @param requests how many began on it
 */
public record WireReading(
        HostPort origin,
        boolean secure,
        String route,
        List<Long> generations,
        State state,
        Duration age,
        Duration rest,
        long requests) {

    /** Checks for nulls. */
    public WireReading {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(route, "route");
        generations = List.copyOf(generations);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(rest, "rest");
    }

    /** What a connection does. */
    public enum State {
        /** It is being made. */
        CONNECTING,
        /** An exchange is under way. */
        BUSY,
        /** It is kept for another exchange. */
        IDLE,
        /** An exchange is under way, after which it is closed: what made it is not in use any more. */
        DRAINING
    }
}
