package dev.jackfield.http;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.cookies.CookieJar;
import dev.jackfield.http.internal.message.Spans;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits and habits of a client; most can be had otherwise for a single {@link Request}. <i>Immutable.</i>
 *
 * @param timeouts how long things may take
 * @param pooling how connections are kept
 * @param limits how much a server may say
 * @param redirects which are followed
 * @param cookies where cookies are kept. Default: {@link CookieJar#none()}, as in the seed
 * @param userAgent the User-Agent of requests that bring none; empty for none. Default: {@code Jackfield/0.1.0}
 * @param routes which way to which origin. Default: directly
 * @param tls the layer over a route to an https origin, if the route does not encrypt by itself. Default: {@code
 *     tls(high)}
 * @param plugWait how long a connect waits while nothing is plugged in under a name of its route, as during the update
 *     of a bundle; and how long one that is under way may go on by what is not in use any more, before it begins anew by
 *     what is. Zero for not at all. Default: 2 s
 */
public record ClientOptions(
        Timeouts timeouts,
        Pooling pooling,
        ResponseLimits limits,
        Redirects redirects,
        CookieJar cookies,
        String userAgent,
        Routes routes,
        Link tls,
        Duration plugWait) {

    private static final ClientOptions DEFAULTS = new ClientOptions(
            Timeouts.defaults(),
            Pooling.defaults(),
            ResponseLimits.defaults(),
            Redirects.defaults(),
            CookieJar.none(),
            "Jackfield/0.1.0",
            Routes.direct(),
            Link.of("tls", "high"),
            Duration.ofSeconds(2));

    /** Checks the ranges. */
    public ClientOptions {
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(pooling, "pooling");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(redirects, "redirects");
        Objects.requireNonNull(cookies, "cookies");
        Headers.of("User-Agent", userAgent);
        Objects.requireNonNull(routes, "routes");
        Objects.requireNonNull(tls, "tls");
        plugWait = Spans.zeroOrMore("plugWait", plugWait);
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
     * With other limits on time.
     *
     * @param value how long things may take
     * @return new options
     */
    public ClientOptions withTimeouts(Timeouts value) {
        return new ClientOptions(value, pooling, limits, redirects, cookies, userAgent, routes, tls, plugWait);
    }

    /**
     * With another limit on inactivity.
     *
     * @param value more than zero
     * @return new options
     */
    public ClientOptions withTimeout(Duration value) {
        return withTimeouts(timeouts.withInactivity(value));
    }

    /**
     * With other habits of keeping connections.
     *
     * @param value how they are kept
     * @return new options
     */
    public ClientOptions withPooling(Pooling value) {
        return new ClientOptions(timeouts, value, limits, redirects, cookies, userAgent, routes, tls, plugWait);
    }

    /**
     * With another limit on keeping connections.
     *
     * @param value more than zero
     * @return new options
     */
    public ClientOptions withIdle(Duration value) {
        return withPooling(pooling.withIdle(value));
    }

    /**
     * With another number of connections for each origin.
     *
     * @param value from 1
     * @return new options
     */
    public ClientOptions withMaxPerHost(int value) {
        return withPooling(pooling.withMaxPerHost(value));
    }

    /**
     * With other limits on what a server may say.
     *
     * @param value how much
     * @return new options
     */
    public ClientOptions withLimits(ResponseLimits value) {
        return new ClientOptions(timeouts, pooling, value, redirects, cookies, userAgent, routes, tls, plugWait);
    }

    /**
     * With another limit on bodies kept in memory.
     *
     * @param octets from 0
     * @return new options
     */
    public ClientOptions withMaxBody(long octets) {
        return withLimits(limits.withMaxBody(octets));
    }

    /**
     * With other rules for redirects.
     *
     * @param value which are followed
     * @return new options
     */
    public ClientOptions withRedirects(Redirects value) {
        return new ClientOptions(timeouts, pooling, limits, value, cookies, userAgent, routes, tls, plugWait);
    }

    /**
     * With cookies.
     *
     * @param value where they are kept
     * @return new options
     */
    public ClientOptions withCookies(CookieJar value) {
        return new ClientOptions(timeouts, pooling, limits, redirects, value, userAgent, routes, tls, plugWait);
    }

    /**
     * With another User-Agent.
     *
     * @param value empty for none
     * @return new options
     */
    public ClientOptions withUserAgent(String value) {
        return new ClientOptions(timeouts, pooling, limits, redirects, cookies, value, routes, tls, plugWait);
    }

    /**
     * With other routes.
     *
     * @param value which way to which origin
     * @return new options
     */
    public ClientOptions withRoutes(Routes value) {
        return new ClientOptions(timeouts, pooling, limits, redirects, cookies, userAgent, value, tls, plugWait);
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
        return new ClientOptions(timeouts, pooling, limits, redirects, cookies, userAgent, routes, value, plugWait);
    }

    /**
     * With another wait for what is not plugged in.
     *
     * @param value zero or more
     * @return new options
     */
    public ClientOptions withPlugWait(Duration value) {
        return new ClientOptions(timeouts, pooling, limits, redirects, cookies, userAgent, routes, tls, value);
    }
}
