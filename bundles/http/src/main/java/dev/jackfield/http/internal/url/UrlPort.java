package dev.jackfield.http.internal.url;

/** The port of a URL (RFC 3986 section 3.2.3). */
final class UrlPort {
    private static final int MAX = 65535;

    private UrlPort() {}

    /** From the colon on; none, or an empty one, is the usual one, and leading zeros say nothing. */
    static int of(String text, int colon, int end, int usual) {
        if (end - colon <= 1 && (end == colon || text.charAt(colon) == ':')) {
            return usual;
        }
        int port = 0;
        boolean good = text.charAt(colon) == ':';
        for (int i = colon + 1; i < end && good; i++) {
            int digit = text.charAt(i) - '0';
            port = port * 10 + digit;
            good = digit >= 0 && digit <= 9 && port <= MAX;
        }
        if (!good || port == 0) {
            throw Refusal.of("a port from 1 to " + MAX, text);
        }
        return port;
    }
}
