package dev.jackfield.http.internal.url;

import dev.jackfield.address.HostPort;
import java.util.Objects;

/**
 * An absolute http or https URL, taken apart (RFC 3986 appendix B).
 *
 * <p>User information is dropped: credentials are the caller's business, by way of a field.
 *
 * @param origin scheme, host and port
 * @param authority as it goes into the Host field
 * @param target path and query as they go into the request line
 * @param fragment with its {@code #}, so that an empty one is told from none; not sent
 */
public record Url(Origin origin, String authority, String target, String fragment) {

    /**
     * Where requests of one pool go. The host is in the one form in which it is compared: a name in lower case and
     * A-labels, an IPv4 address as a dotted quad, an IPv6 one by RFC 5952 without brackets. A final dot stays, for it
     * keeps resolvers from looking below other domains.
     */
    public record Origin(boolean secure, HostPort hostPort) {
        /** What stands before the colon. */
        public String scheme() {
            return secure ? "https" : "http";
        }
    }

    /**
     * Takes a text apart. Dot segments stay: servers are asked for what the user wrote.
     *
     * @throws IllegalArgumentException if it is no absolute http or https URL; shows nothing that may be a password
     */
    public static Url parse(String text) {
        Objects.requireNonNull(text, "Expected a URL, got null");
        boolean secure = text.regionMatches(true, 0, "https:", 0, 6);
        if (!secure && !text.regionMatches(true, 0, "http:", 0, 5)) {
            throw Refusal.of("an absolute http or https URL", text);
        }
        int begin = secure ? 8 : 7;
        if (!text.startsWith("//", begin - 2)) {
            throw Refusal.of("// and a host behind the scheme", text);
        }
        int end = endOfAuthority(text, begin);
        int host = Math.max(begin, text.lastIndexOf('@', end - 1) + 1);
        int colon = UrlHost.end(text, host, end);
        int usual = secure ? 443 : 80;
        HostPort hostPort = HostPort.of(UrlHost.of(text, host, colon), UrlPort.of(text, colon, end, usual));
        int hash = text.indexOf('#', end);
        String target = Escapes.encode(text, end, hash < 0 ? text.length() : hash, true);
        return new Url(
                new Origin(secure, hostPort),
                authority(hostPort, usual),
                target.startsWith("/") ? target : "/" + target,
                hash < 0 ? "" : "#" + Escapes.encode(text, hash + 1, text.length(), false));
    }

    /**
     * Where a reference leads to from here (RFC 3986 section 5.2), dot segments removed. Without a fragment of its own it
     * has that of this URL (RFC 9110 section 10.2.2).
     *
     * @param reference as it came in a field: what is beyond ASCII but not beyond ISO-8859-1 stands for an octet
     * @throws UnsupportedScheme if it leads to a URL of another scheme
     * @throws IllegalArgumentException if it is no reference, or leads to no URL
     */
    public Url resolve(String reference) {
        return Reference.of(Escapes.octets(Objects.requireNonNull(reference, "reference")))
                .from(this);
    }

    /** The path without the query; begins with a slash. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** As text, without user information; what is parsed again is the same. */
    public String shown() {
        return sent() + fragment;
    }

    /** As {@link #shown}, but for the fragment: what others may know of it. */
    public String sent() {
        return origin.scheme() + "://" + authority + target;
    }

    /** The same place with another path, query and fragment. */
    Url at(String newTarget, String newFragment) {
        return new Url(origin, authority, newTarget, newFragment);
    }

    /** Also looks for what some readers take for the end of it, and others for user information. */
    private static int endOfAuthority(String text, int begin) {
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
            if (c < 0x20 || c == 0x7F || c == '\\') {
                throw Refusal.of("a URL without controls and backslashes before its path", text);
            }
        }
        return text.length();
    }

    private static String authority(HostPort hostPort, int usualPort) {
        String host = hostPort.host().indexOf(':') < 0 ? hostPort.host() : "[" + hostPort.host() + "]";
        return hostPort.port() == usualPort ? host : host + ":" + hostPort.port();
    }
}
