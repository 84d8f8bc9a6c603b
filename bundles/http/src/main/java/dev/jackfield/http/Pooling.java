package dev.jackfield.http;

import dev.jackfield.http.internal.message.Spans;
import java.time.Duration;

/**
 * How connections are kept. <i>Immutable.</i>
 *
 * @param maxPerHost connections to one origin at a time, idle ones included, from 1. What is over waits in order, and
 *     idle connections that do not fit make room. Default: 4, the seed's
 * @param idle how long a connection is kept without use, unless the server says by {@code Keep-Alive: timeout} how long
 *     it keeps it: then that long, less half a second, and at most 60 s. More than zero. Default: 3 s, the seed's
 * @param maxAge how long after it was made a connection may begin another exchange. Zero for no limit. Default: zero
 */
public record Pooling(int maxPerHost, Duration idle, Duration maxAge) {
    private static final Pooling DEFAULTS = new Pooling(4, Duration.ofSeconds(3), Duration.ZERO);

    /** Checks the ranges. */
    public Pooling {
        if (maxPerHost < 1) {
            throw new IllegalArgumentException("maxPerHost: expected at least 1, got " + maxPerHost);
        }
        idle = Spans.positive("idle", idle);
        maxAge = Spans.zeroOrMore("maxAge", maxAge);
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static Pooling defaults() {
        return DEFAULTS;
    }

    /**
     * With another number of connections for each origin.
     *
     * @param value from 1
     * @return new habits
     */
    public Pooling withMaxPerHost(int value) {
        return new Pooling(value, idle, maxAge);
    }

    /**
     * With another limit on keeping connections.
     *
     * @param value more than zero
     * @return new habits
     */
    public Pooling withIdle(Duration value) {
        return new Pooling(maxPerHost, value, maxAge);
    }

    /**
     * With another limit on the age of connections.
     *
     * @param value zero for none
     * @return new habits
     */
    public Pooling withMaxAge(Duration value) {
        return new Pooling(maxPerHost, idle, value);
    }
}
