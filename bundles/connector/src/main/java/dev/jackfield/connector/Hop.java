package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import java.util.Objects;

/**
 * One step of a {@link Route} on the way to a target. <i>Immutable.</i>
 *
 * @param number from 1
 * @param of how many there are
 * @param link who takes the step
 * @param target whom this step shall reach
 */
public record Hop(int number, int of, Link link, HostPort target) {
    /** Checks for nulls and the numbers. */
    public Hop {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(target, "target");
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("Expected a number from 1 to " + of + ", got " + number);
        }
    }

    /**
     * Tells whether this is the last step, after which the target is reached.
     *
     * @return true for the last one
     */
    public boolean last() {
        return number == of;
    }

    /** For people to read: {@code hop 2 of 3, socks5(user@127.0.0.1:1080) to origin.test:443}. */
    @Override
    public String toString() {
        return "hop " + number + " of " + of + ", " + link + " to " + target;
    }
}
