package dev.jackfield.http;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.internal.message.Spans;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits and habits of a client. <i>Immutable.</i>
 *
 * <p>Lengths of time above a hundred years count as a hundred years.
 *
 * @param timeout inactivity limit: for each address while connecting, then between any two reads or writes. Default:
 *     300 s, the seed's
 * @param idle how long a connection is kept without use, unless the server says by {@code Keep-Alive: timeout} how long
 *     it keeps it: then that long, less half a second, and at most 60 s. Default: 3 s, the seed's
 * @param maxPerHost connections to one origin at a time, from 1. Default: 4, the seed's. What is over waits in order
 * @param maxHead octets of a response head, and of all trailers together, from 64. Default: 65,536
 * @param maxFields fields of a response head, and of all trailers together, from 1. Default: 256
 * @param maxInterim interim (1xx) responses before the final one, from 0. Default: 16
 * @param maxBody octets of a body kept in memory, from 0. Default: 64 MiB. Bodies that go into a sink have no limit
 * @param userAgent the User-Agent of requests that bring none; empty for none. Default: {@code Jackfield/0.1.0}
 * @param routes which way to which origin. Default: directly
 * @param tls the layer over a route to an https origin, if the route does not encrypt by itself. Default: {@code
 *     tls(high)}
 * @param plugWait how long a connect waits while nothing is plugged in under a name of its route, as during the update
 *     of a bundle; zero for not at all. Default: 2 s
 */
public record ClientOptions(
        Duration timeout,
        Duration idle,
        int maxPerHost,
        int maxHead,
        int maxFields,
        int maxInterim,
        long maxBody,
        String userAgent,
        Routes routes,
        Link tls,
        Duration plugWait) {

    private static final ClientOptions DEFAULTS = new ClientOptions(
            Duration.ofSeconds(300),
            Duration.ofSeconds(3),
            4,
            64 * 1024,
            256,
            16,
            64L << 20,
            "Jackfield/0.1.0",
            Routes.direct(),
            Link.of("tls", "high"),
            Duration.ofSeconds(2));

    /** Checks the ranges. */
    public ClientOptions {
        timeout = Spans.positive("timeout", timeout);
        idle = Spans.positive("idle", idle);
        atLeast("maxPerHost", maxPerHost, 1);
        atLeast("maxHead", maxHead, 64);
        atLeast("maxFields", maxFields, 1);
        atLeast("maxInterim", maxInterim, 0);
        atLeast("maxBody", maxBody, 0);
        Headers.of("User-Agent", userAgent);
        Objects.requireNonNull(routes, "routes");
        Objects.requireNonNull(tls, "tls");
        if (plugWait.isNegative()) {
            throw new IllegalArgumentException("plugWait: expected zero or more, got " + plugWait);
        }
        plugWait = Spans.capped(plugWait);
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static ClientOptions defaults() {
        return DEFAULTS;
    }

    /**
     * With another inactivity limit.
     *
     * @param value more than zero
     * @return new options
     */
    public ClientOptions withTimeout(Duration value) {
        return new ClientOptions(
                value, idle, maxPerHost, maxHead, maxFields, maxInterim, maxBody, userAgent, routes, tls, plugWait);
    }

    /**
     * With another limit on keeping connections.
     *
     * @param value more than zero
     * @return new options
     */
    public ClientOptions withIdle(Duration value) {
        return new ClientOptions(
                timeout, value, maxPerHost, maxHead, maxFields, maxInterim, maxBody, userAgent, routes, tls, plugWait);
    }

    /**
     * With another number of connections for each origin.
     *
     * @param value from 1
     * @return new options
     */
    public ClientOptions withMaxPerHost(int value) {
        return new ClientOptions(
                timeout, idle, value, maxHead, maxFields, maxInterim, maxBody, userAgent, routes, tls, plugWait);
    }

    /**
     * With other limits on heads and trailers.
     *
     * @param octets from 64
     * @param fields from 1
     * @return new options
     */
    public ClientOptions withMaxHead(int octets, int fields) {
        return new ClientOptions(
                timeout, idle, maxPerHost, octets, fields, maxInterim, maxBody, userAgent, routes, tls, plugWait);
    }

    /**
     * With another limit on interim responses.
     *
     * @param value from 0
     * @return new options
     */
    public ClientOptions withMaxInterim(int value) {
        return new ClientOptions(
                timeout, idle, maxPerHost, maxHead, maxFields, value, maxBody, userAgent, routes, tls, plugWait);
    }

    /**
     * With another limit on bodies kept in memory.
     *
     * @param octets from 0
     * @return new options
     */
    public ClientOptions withMaxBody(long octets) {
        return new ClientOptions(
                timeout, idle, maxPerHost, maxHead, maxFields, maxInterim, octets, userAgent, routes, tls, plugWait);
    }

    /**
     * With another User-Agent.
     *
     * @param value empty for none
     * @return new options
     */
    public ClientOptions withUserAgent(String value) {
        return new ClientOptions(
                timeout, idle, maxPerHost, maxHead, maxFields, maxInterim, maxBody, value, routes, tls, plugWait);
    }

    /**
     * With other routes.
     *
     * @param value which way to which origin
     * @return new options
     */
    public ClientOptions withRoutes(Routes value) {
        return new ClientOptions(
                timeout, idle, maxPerHost, maxHead, maxFields, maxInterim, maxBody, userAgent, value, tls, plugWait);
    }

    /**
     * With one route to everywhere.
     *
     * @param value which way
     * @return new options
     */
    public ClientOptions withRoute(Route value) {
        return withRoutes(Routes.of(value));
    }

    /**
     * With another way to encrypt for https.
     *
     * @param value names a layer
     * @return new options
     */
    public ClientOptions withTls(Link value) {
        return new ClientOptions(
                timeout, idle, maxPerHost, maxHead, maxFields, maxInterim, maxBody, userAgent, routes, value, plugWait);
    }

    /**
     * With another wait for what is not plugged in.
     *
     * @param value zero or more
     * @return new options
     */
    public ClientOptions withPlugWait(Duration value) {
        return new ClientOptions(
                timeout, idle, maxPerHost, maxHead, maxFields, maxInterim, maxBody, userAgent, routes, tls, value);
    }

    private static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + ": expected at least " + least + ", got " + value);
        }
    }
}
