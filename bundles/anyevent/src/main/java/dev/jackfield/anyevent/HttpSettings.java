package dev.jackfield.anyevent;

import java.util.Objects;

/**
 * The seed's global variables, {@code $AnyEvent::HTTP::MAX_RECURSE} and so on. <i>Immutable.</i>
 *
 * @param maxRecurse how many redirects are followed unless a request says otherwise, from 0. Default: 10
 * @param timeout in seconds, for each stage, unless a request says otherwise; more than 0. Default: 300
 * @param userAgent what requests say unless they say otherwise; empty for nothing. Default: Jackfield's own, where the
 *     seed has one that begins like a browser's
 * @param maxPerHost connections to one origin at a time, from 1. Default: 4
 * @param persistentTimeout in seconds, how long connections are kept without use; more than 0. Default: 3
 * @param proxy by which requests go unless they say otherwise; of the environment only {@code http_proxy} counts, as in the
 *     seed, and only where {@link AnyEvent#open} is used
 * @param referer whether requests say their own URL as Referer, without user information, query and fragment, unless they
 *     say otherwise. Default: false; the seed does, with all of these
 */
public record HttpSettings(
        int maxRecurse,
        double timeout,
        String userAgent,
        int maxPerHost,
        double persistentTimeout,
        HttpProxy proxy,
        boolean referer) {

    private static final HttpSettings DEFAULTS =
            new HttpSettings(10, 300, "Jackfield/0.1.0", 4, 3, HttpProxy.NONE, false);

    /** Checks the ranges. */
    public HttpSettings {
        if (maxRecurse < 0) {
            throw new IllegalArgumentException("maxRecurse: expected at least 0, got " + maxRecurse);
        }
        if (!(timeout > 0)) {
            throw new IllegalArgumentException("timeout: expected more than 0 seconds, got " + timeout);
        }
        Objects.requireNonNull(userAgent, "userAgent");
        if (maxPerHost < 1) {
            throw new IllegalArgumentException("maxPerHost: expected at least 1, got " + maxPerHost);
        }
        if (!(persistentTimeout > 0)) {
            throw new IllegalArgumentException(
                    "persistentTimeout: expected more than 0 seconds, got " + persistentTimeout);
        }
        Objects.requireNonNull(proxy, "proxy");
    }

    /**
     * The defaults, without a proxy.
     *
     * @return always the same
     */
    public static HttpSettings defaults() {
        return DEFAULTS;
    }

    /**
     * With another {@code MAX_RECURSE}.
     *
     * @param value from 0
     * @return new settings
     */
    public HttpSettings withMaxRecurse(int value) {
        return new HttpSettings(value, timeout, userAgent, maxPerHost, persistentTimeout, proxy, referer);
    }

    /**
     * With another {@code TIMEOUT}.
     *
     * @param seconds more than 0
     * @return new settings
     */
    public HttpSettings withTimeout(double seconds) {
        return new HttpSettings(maxRecurse, seconds, userAgent, maxPerHost, persistentTimeout, proxy, referer);
    }

    /**
     * With another {@code USERAGENT}.
     *
     * @param value empty for none
     * @return new settings
     */
    public HttpSettings withUserAgent(String value) {
        return new HttpSettings(maxRecurse, timeout, value, maxPerHost, persistentTimeout, proxy, referer);
    }

    /**
     * With another {@code MAX_PER_HOST}.
     *
     * @param value from 1
     * @return new settings
     */
    public HttpSettings withMaxPerHost(int value) {
        return new HttpSettings(maxRecurse, timeout, userAgent, value, persistentTimeout, proxy, referer);
    }

    /**
     * With another {@code PERSISTENT_TIMEOUT}.
     *
     * @param seconds more than 0
     * @return new settings
     */
    public HttpSettings withPersistentTimeout(double seconds) {
        return new HttpSettings(maxRecurse, timeout, userAgent, maxPerHost, seconds, proxy, referer);
    }

    /**
     * With another {@code PROXY}.
     *
     * @param value {@link HttpProxy#NONE} for none
     * @return new settings
     */
    public HttpSettings withProxy(HttpProxy value) {
        return new HttpSettings(maxRecurse, timeout, userAgent, maxPerHost, persistentTimeout, value, referer);
    }

    /**
     * With a Referer of its own, or not.
     *
     * @param value whether there is one
     * @return new settings
     */
    public HttpSettings withReferer(boolean value) {
        return new HttpSettings(maxRecurse, timeout, userAgent, maxPerHost, persistentTimeout, proxy, value);
    }
}
