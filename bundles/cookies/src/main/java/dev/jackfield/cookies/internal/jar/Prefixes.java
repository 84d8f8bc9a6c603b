package dev.jackfield.cookies.internal.jar;

/** Names that promise how a cookie was set (RFC 6265bis section 4.1.3), in whatever case. */
final class Prefixes {
    private static final String SECURE = "__secure-";
    private static final String HOST = "__host-";

    private Prefixes() {}

    /** Whether a cookie is as its name says. A value without a name must not look like such a name when it is sent. */
    static boolean areKept(String name, String value, boolean secure, boolean withoutDomain, String path) {
        if (name.isEmpty()) {
            return !startsWith(value, SECURE) && !startsWith(value, HOST);
        }
        if (startsWith(name, HOST)) {
            return secure && withoutDomain && path.equals("/");
        }
        return secure || !startsWith(name, SECURE);
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
