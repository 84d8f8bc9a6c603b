package dev.jackfield.cookies.internal.jar;

import dev.jackfield.address.IpAddress;

/** Which hosts and paths belong together (RFC 6265bis sections 5.1.3 and 5.1.4). */
public final class Matching {
    private Matching() {}

    /** Whether the host is the domain, or a name below it. */
    static boolean domain(String host, String domain) {
        return host.equals(domain) || isBelow(host, domain) && !isAddress(host);
    }

    static boolean isBelow(String host, String domain) {
        int dot = host.length() - domain.length() - 1;
        return dot > 0 && host.charAt(dot) == '.' && host.endsWith(domain);
    }

    /** Whether the path is that of the cookie, or below it. */
    static boolean path(String path, String cookiePath) {
        return path.startsWith(cookiePath)
                && (path.length() == cookiePath.length()
                        || cookiePath.endsWith("/")
                        || path.charAt(cookiePath.length()) == '/');
    }

    /** The path of cookies that bring none: up to the last slash, which is left out unless it is all there is. */
    static String defaultPath(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** Whether a host, in its canonical form, is an IP address: no name has a colon. */
    public static boolean isAddress(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        char last = host.isEmpty() ? '.' : host.charAt(host.length() - 1);
        return last >= '0' && last <= '9' && IpAddress.parse(host).isPresent();
    }
}
