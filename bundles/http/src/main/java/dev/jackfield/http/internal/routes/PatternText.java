package dev.jackfield.http.internal.routes;

import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.RouteSyntaxException;

/** The parts of a pattern for origins. */
public record PatternText(Scheme scheme, HostPattern hosts) {

    /** What is spoken with the origin. */
    public enum Scheme {
        ANY(""),
        HTTP("http://"),
        HTTPS("https://");

        private final String text;

        Scheme(String text) {
            this.text = text;
        }

        /** Whether it is that. */
        public boolean fits(boolean https) {
            return this == ANY || (this == HTTPS) == https;
        }
    }

    /** Reads a pattern, which may have blanks around it. */
    public static PatternText parse(String text) {
        int begin = text.length() - text.stripLeading().length();
        Scheme scheme = scheme(text, begin);
        int host = begin + scheme.text.length();
        // A second scheme, or a blank behind the first, is no host.
        if (host > begin && host < text.length() && text.charAt(host) == ' ') {
            throw new RouteSyntaxException(host + 1, "Expected a host, got a blank");
        }
        // With blanks in place of what is before it, the columns are those of the whole.
        return new PatternText(scheme, HostPattern.parse(" ".repeat(host) + text.substring(host)));
    }

    private static Scheme scheme(String text, int begin) {
        int colon = text.indexOf("://", begin);
        if (colon < 0) {
            return Scheme.ANY;
        }
        for (Scheme scheme : Scheme.values()) {
            if (scheme != Scheme.ANY && text.regionMatches(true, begin, scheme.text, 0, colon + 3 - begin)) {
                return scheme;
            }
        }
        throw new RouteSyntaxException(
                begin + 1, "Expected http:// or https:// before the host, or nothing, got another scheme");
    }

    @Override
    public String toString() {
        return scheme.text + hosts;
    }
}
