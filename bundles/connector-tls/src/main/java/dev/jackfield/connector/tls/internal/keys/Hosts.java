package dev.jackfield.connector.tls.internal.keys;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv6;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.RouteSyntaxException;

/** The hosts that an identity is for: the patterns of the panel, but whatever the port. */
public final class Hosts {
    /** Any port does, as none is asked for. */
    private static final int ANY_PORT = 443;

    private Hosts() {}

    /**
     * In the form in which patterns are printed, so that whatever is accepted can fit.
     *
     * @throws IllegalArgumentException if it is no pattern, or one with a port, or of names that are addresses
     */
    public static String pattern(String text) {
        String pattern;
        try {
            pattern = HostPattern.parse(bracketed(text.strip())).toString();
        } catch (RouteSyntaxException e) {
            throw wrong(text, e.getMessage());
        }
        if (pattern.indexOf(':', pattern.indexOf(']') + 1) >= 0) {
            throw wrong(text, "a port makes no difference here");
        }
        if (pattern.startsWith("*.") && endsInNumber(pattern)) {
            throw wrong(text, "no name ends in a number");
        }
        return pattern;
    }

    /** Whether a host is one of them. */
    public static boolean have(String pattern, String host) {
        if (host.isEmpty()) {
            return pattern.equals("*");
        }
        return HostPattern.parse(pattern).matches(HostPort.of(host, ANY_PORT));
    }

    private static String bracketed(String text) {
        return IpAddress.parse(text).filter(Ipv6.class::isInstance).isPresent() && !text.startsWith("[")
                ? "[" + text + "]"
                : text;
    }

    /** Such a host is an address, or none at all (URL standard, "ends in a number"). */
    private static boolean endsInNumber(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException(
                "Expected a host, \"*\" or \"*.\" and a name, got \"" + text + "\": " + why);
    }
}
