package dev.jackfield.cookies.internal.jar;

import dev.jackfield.cookies.Cookie;

/** What no cookie may have in it, from wherever it comes. */
public final class CookieChecks {
    private static final int MOST_SHOWN = 120;

    private CookieChecks() {}

    /** Controls, the tab excepted (RFC 6265bis section 5.6 step 1). */
    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F) {
                return true;
            }
        }
        return false;
    }

    /** Of the letters of ASCII only: no other letter is in a name that means something, and none may become one. */
    public static String lowerCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                return lowerCase(new StringBuilder(text), i);
            }
        }
        return text;
    }

    private static String lowerCase(StringBuilder text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                text.setCharAt(i, (char) (c + 0x20));
            }
        }
        return text.toString();
    }

    /**
     * Checks a cookie that did not come as a Set-Cookie field: it must be one that could have.
     *
     * @throws IllegalArgumentException if not
     */
    public static void check(Cookie cookie, int maxPair) {
        text(cookie, "name", cookie.name());
        text(cookie, "value", cookie.value());
        expect(
                cookie,
                cookie.name().indexOf('=') < 0 && isTrimmed(cookie.name()),
                "a name without = and without blanks around it");
        expect(cookie, isTrimmed(cookie.value()), "a value without blanks around it");
        expect(cookie, !cookie.name().isEmpty() || !cookie.value().isEmpty(), "a name or a value");
        int octets = cookie.name().length() + cookie.value().length();
        expect(cookie, octets <= maxPair, "at most " + maxPair + " octets of name and value");
        expect(cookie, cookie.path().startsWith("/") && isOctets(cookie.path()), "a path that begins with /");
        domain(cookie.domain());
        expect(cookie, cookie.hostOnly() || !Matching.isAddress(cookie.domain()), "an address for that host only");
    }

    private static void text(Cookie cookie, String what, String text) {
        expect(cookie, isText(text), "a " + what + " of octets, without controls and semicolons");
    }

    private static boolean isText(String text) {
        return text.indexOf(';') < 0 && isOctets(text);
    }

    /** What can stand in a field, and in a file. */
    static boolean isOctets(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return !hasControls(text);
    }

    private static boolean isTrimmed(String text) {
        return text.isEmpty() || !isBlank(text.charAt(0)) && !isBlank(text.charAt(text.length() - 1));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** @throws IllegalArgumentException if it is not so */
    static void expect(Cookie cookie, boolean what, String expected) {
        if (!what) {
            throw new IllegalArgumentException(
                    "Expected " + expected + ", got another in " + printable(cookie.toString()));
        }
    }

    /** What is told may be what is wrong. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MOST_SHOWN); i++) {
            char c = text.charAt(i);
            printable.append(c < ' ' || c >= 0x7F ? '?' : c);
        }
        return printable.toString();
    }

    /** The domain itself, if it is one as it stands in cookies. */
    public static String domain(String domain) {
        if (!Hosts.isCanonical(domain)) {
            throw new IllegalArgumentException("Expected a domain in lower case, with A-labels, without a dot at either"
                    + " end, or an IP address in its usual form, got \"" + printable(domain) + "\"");
        }
        return domain;
    }
}
