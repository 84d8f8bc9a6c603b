package dev.jackfield.cookies;

import java.util.Objects;

/**
 * Where a request goes, as far as cookies care: the port does not matter (RFC 6265bis section 8.5). <i>Immutable.</i>
 *
 * @param secure whether the scheme is https
 * @param host in lower case, names as A-labels and without a dot at the end, IPv4 addresses as dotted quads, IPv6 addresses
 *     by RFC 5952 and without brackets; in another form it has no cookies, and can set none
 * @param path of the request target, without the query; begins with {@code /}
 */
public record CookieContext(boolean secure, String host, String path) {
    /** Checks the path. */
    public CookieContext {
        Objects.requireNonNull(host, "host");
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("Expected a path that begins with /, got \"" + path + "\"");
        }
    }
}
