package dev.jackfield.http;

/**
 * Which redirects are followed (RFC 9110 section 15.4). <i>Immutable.</i>
 *
 * <p>Followed are 301, 302, 303, 307 and 308 with one Location that leads to an http or https URL. A redirect that is not
 * followed, be it for these rules, is delivered as the response; one that leads to another scheme, or to what is no URL,
 * is a {@link HttpFailure} of code 599, as in the seed; more than one Location is one of code 596.
 *
 * <p>After 303 all but HEAD is a GET, after 301 and 302 a POST is; then the body is left out, and the fields that describe it. All else
 * stays as it was, which needs a body that can be sent again: a redirect of any other is delivered.
 *
 * <p>Authorization, Cookie, Host, Origin and Referer stay with the origin (scheme, host and port) that the caller gave them for: once a
 * redirect has left it, they are gone. So is Proxy-Authorization, unless the same proxy is asked. All other fields and wishes go
 * along; routes and cookies are looked up for each hop.
 *
 * @param most how many in a row, from 0, for none. Default: 10, the seed's
 * @param downgrade whether https may lead to http. Default: false
 */
public record Redirects(int most, boolean downgrade) {
    /** None is followed. */
    public static final Redirects NONE = new Redirects(0, false);

    private static final Redirects DEFAULTS = new Redirects(10, false);

    /** Checks the range. */
    public Redirects {
        if (most < 0) {
            throw new IllegalArgumentException("most: expected at least 0, got " + most);
        }
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static Redirects defaults() {
        return DEFAULTS;
    }

    /**
     * With another number of redirects in a row.
     *
     * @param value from 0
     * @return new rules
     */
    public Redirects withMost(int value) {
        return new Redirects(value, downgrade);
    }

    /**
     * With another rule for what leads from https to http.
     *
     * @param value whether it is followed
     * @return new rules
     */
    public Redirects withDowngrade(boolean value) {
        return new Redirects(most, value);
    }
}
