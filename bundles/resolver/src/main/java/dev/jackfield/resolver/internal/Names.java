package dev.jackfield.resolver.internal;

import java.net.UnknownHostException;
import java.util.Locale;

/** What a host name may look like. Anything else never reaches the JVM's resolver, which would guess. */
final class Names {
    /** Octets of a name without its last dot (RFC 1035 section 2.3.4). */
    private static final int LONGEST = 253;

    private static final int LONGEST_LABEL = 63;

    private Names() {}

    /** In small letters and without the dot that marks the root, so that equal names are equal texts. */
    static String normal(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    /** Whether a normal name means this machine (RFC 6761 section 6.3). */
    static boolean isLocalhost(String name) {
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    /** Says what is wrong with a name that no resolver should be bothered with. */
    static void check(String host) throws UnknownHostException {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.isEmpty()) {
            throw new UnknownHostException("Expected a host name, got an empty one");
        }
        if (name.length() > LONGEST) {
            throw new UnknownHostException(
                    "Expected a host name of at most " + LONGEST + " characters, got " + name.length());
        }
        int label = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? '.' : name.charAt(i);
            if (c != '.') {
                checkCharacter(c, i);
            } else if (i == label || i - label > LONGEST_LABEL) {
                throw new UnknownHostException("Expected a host name whose parts have 1 to " + LONGEST_LABEL
                        + " characters, got one of " + (i - label));
            } else {
                label = i + 1;
            }
        }
        if (endsInANumber(name)) {
            throw new UnknownHostException(
                    "Expected a host name or an address, got \"" + name + "\", which looks like one but is none");
        }
    }

    private static void checkCharacter(char c, int place) throws UnknownHostException {
        boolean good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
        if (!good) {
            throw new UnknownHostException(String.format(
                    "Expected a host name of ASCII letters, digits, '-', '_' and '.', got U+%04X at %d",
                    (int) c, place));
        }
    }

    /** No top-level domain is a number, so this was meant to be an address. */
    private static boolean endsInANumber(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.matches("[0-9]+|0[xX][0-9a-fA-F]*");
    }
}
