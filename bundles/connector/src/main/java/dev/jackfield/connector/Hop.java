package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Given;

/**
 * One step of a {@link Route} on the way to a target, or, within one, of a link that leaves the work to what is in use under
 * another name. <i>Immutable.</i>
 *
 * @param number from 1
 * @param of how many there are
 * @param link who takes the step
 * @param target whom this step shall reach
 * @param by whom the link leaves the work to, for people to read: name, generation and owner; empty for a step of a route
 */
public record Hop(int number, int of, Link link, HostPort target, String by) {
    /** Checks for nulls and the numbers. */
    public Hop {
        Given.of(link, "a link");
        Given.of(target, "a target");
        Given.of(by, "a text that says by whom");
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("Expected a number from 1 to " + of + ", got " + number);
        }
    }

    /**
     * A step of a route.
     *
     * @param number from 1
     * @param of how many there are
     * @param link who takes the step
     * @param target whom this step shall reach
     */
    public Hop(int number, int of, Link link, HostPort target) {
        this(number, of, link, target, "");
    }

    /**
     * Within a step, the only one to that target, of a link that leaves the work to another plug.
     *
     * @param link whose work it is
     * @param target whom it shall reach
     * @param plug does the work; kept as text only
     * @return the hop
     */
    public static Hop within(Link link, HostPort target, Plug<?> plug) {
        Given.of(plug, "a plug");
        return new Hop(1, 1, link, target, plug.name() + ", generation " + plug.generation() + ", of " + plug.owner());
    }

    /**
     * Tells whether this is the last step, after which the target is reached.
     *
     * @return true for the last one
     */
    public boolean last() {
        return number == of;
    }

    /**
     * For people to read: {@code hop 2 of 3, socks5(user@127.0.0.1:1080) to origin.test:443}, or {@code plain to
     * origin.test:443 by trace, generation 7, of dev.jackfield.connector.trace [12]}.
     */
    @Override
    public String toString() {
        String step = link + " to " + target;
        return by.isEmpty() ? "hop " + number + " of " + of + ", " + step : step + " by " + by;
    }
}
