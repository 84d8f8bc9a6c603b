package dev.jackfield.http;

import dev.jackfield.http.internal.message.Spans;
import java.time.Duration;

/**
 * How long things may take. <i>Immutable.</i>
 *
 * <p>Lengths of time above a hundred years count as a hundred years. Where zero means no limit, it says so.
 *
 * @param inactivity for each address while connecting, for each handshake of a route, then between any two reads or
 *     writes; the seed's {@code timeout}. While a sink has the body paused, nothing is expected. What a sink of
 *     {@link BodySink#to} or {@link BodySink#toFile} writes to has to take something within this time, too, and {@link
 *     BodySink#finish()} may take so long. More than zero. Default:
 *     300 s, the seed's
 * @param connect for a connection to come about: waiting for what is to be plugged in, looking up, all addresses, all links
 *     of the route, TLS included. Zero for no limit but the others. Default: zero, as in the seed
 * @param acquire for a slot of the origin to come free, and for what is to be plugged in. Zero for no limit. Default: zero, as in the seed
 * @param deadline for all of it, from the call to the completion, redirects included. Zero for no limit. Default: zero, as
 *     in the seed
 * @param proceed how long a body is held back that is announced by {@code Expect: 100-continue} and that the server says
 *     nothing about (RFC 9110 section 10.1.1). More than zero. Default: 1 s
 */
public record Timeouts(Duration inactivity, Duration connect, Duration acquire, Duration deadline, Duration proceed) {
    private static final Timeouts DEFAULTS =
            new Timeouts(Duration.ofSeconds(300), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));

    /** Checks the ranges. */
    public Timeouts {
        inactivity = Spans.positive("inactivity", inactivity);
        connect = Spans.zeroOrMore("connect", connect);
        acquire = Spans.zeroOrMore("acquire", acquire);
        deadline = Spans.zeroOrMore("deadline", deadline);
        proceed = Spans.positive("proceed", proceed);
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static Timeouts defaults() {
        return DEFAULTS;
    }

    /**
     * With another limit on inactivity.
     *
     * @param limit more than zero
     * @return new limits
     */
    public Timeouts withInactivity(Duration limit) {
        return new Timeouts(limit, connect, acquire, deadline, proceed);
    }

    /**
     * With another limit on connecting.
     *
     * @param limit zero for none
     * @return new limits
     */
    public Timeouts withConnect(Duration limit) {
        return new Timeouts(inactivity, limit, acquire, deadline, proceed);
    }

    /**
     * With another limit on waiting for a slot.
     *
     * @param limit zero for none
     * @return new limits
     */
    public Timeouts withAcquire(Duration limit) {
        return new Timeouts(inactivity, connect, limit, deadline, proceed);
    }

    /**
     * With another limit on the whole.
     *
     * @param limit zero for none
     * @return new limits
     */
    public Timeouts withDeadline(Duration limit) {
        return new Timeouts(inactivity, connect, acquire, limit, proceed);
    }

    /**
     * With another wait before a body goes out that the server was asked about.
     *
     * @param limit more than zero
     * @return new limits
     */
    public Timeouts withProceed(Duration limit) {
        return new Timeouts(inactivity, connect, acquire, deadline, limit);
    }
}
