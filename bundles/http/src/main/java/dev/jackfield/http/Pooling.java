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
 * @param unchecked how long a kept connection counts as alive after its last exchange. One that has rested for longer is
 *     read once before the next request goes out: if the server has ended it, or has said something that nobody asked
 *     for, it is dropped, and the request takes another one. Within this time, such octets that come behind a complete
 *     answer (request smuggling, RFC 9112 section 11.2) may be taken for the next answer, and an end costs a {@linkplain
 *     Request#withRetry retry}. Zero to look always: one system call for each request, which is felt
 *     most where small requests follow one after the other. Default: 1 ms
 * @param drain how long an exchange may go on over a connection once what made that is not in use any more: then it ends
 *     with a {@link HttpFailure} that says so, of the phase that it is in. The connection is not kept in either case. A
 *     connection that was handed over is not the client's. Zero for as long as it takes: then no swap interrupts
 *     anything. Default: zero
 */
public record Pooling(int maxPerHost, Duration idle, Duration maxAge, Duration unchecked, Duration drain) {
    private static final Pooling DEFAULTS =
            new Pooling(4, Duration.ofSeconds(3), Duration.ZERO, Duration.ofMillis(1), Duration.ZERO);

    /** Checks the ranges. */
    public Pooling {
        if (maxPerHost < 1) {
            throw new IllegalArgumentException("maxPerHost: expected at least 1, got " + maxPerHost);
        }
        idle = Spans.positive("idle", idle);
        maxAge = Spans.zeroOrMore("maxAge", maxAge);
        unchecked = Spans.zeroOrMore("unchecked", unchecked);
        drain = Spans.zeroOrMore("drain", drain);
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
        return new Pooling(value, idle, maxAge, unchecked, drain);
    }

    /**
     * With another limit on keeping connections.
     *
     * @param value more than zero
     * @return new habits
     */
    public Pooling withIdle(Duration value) {
        return new Pooling(maxPerHost, value, maxAge, unchecked, drain);
    }

    /**
     * With another limit on the age of connections.
     *
     * @param value zero for none
     * @return new habits
     */
    public Pooling withMaxAge(Duration value) {
        return new Pooling(maxPerHost, idle, value, unchecked, drain);
    }

    /**
     * With another time for which a connection that was just used is not looked at.
     *
     * @param value zero to look always
     * @return new habits
     */
    public Pooling withUnchecked(Duration value) {
        return new Pooling(maxPerHost, idle, maxAge, value, drain);
    }

    /**
     * With a limit on what goes on over what is not in use any more.
     *
     * @param value zero for none
     * @return new habits
     */
    public Pooling withDrain(Duration value) {
        return new Pooling(maxPerHost, idle, maxAge, unchecked, value);
    }
}
