package dev.jackfield.resolver.internal.names;

import dev.jackfield.address.HostName;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;

/** What a host name may look like. Anything else never reaches a resolver, which would guess. */
public final class Names {
    /** Octets of a name without its last dot (RFC 1035 section 2.3.4). */
    private static final int LONGEST = 253;

    private static final int LONGEST_LABEL = 63;

    private Names() {}

    /**
     * In small letters and without the dot that marks the root, so that equal names are equal texts. Only the letters of
     * ASCII are equal in the DNS (RFC 4343); beyond it, there may be octets here that are no letters by themselves.
     */
    public static String normal(String name) {
        int length = name.endsWith(".") ? name.length() - 1 : name.length();
        for (int i = 0; i < length; i++) {
            if (isCapital(name.charAt(i))) {
                return small(name, length);
            }
        }
        return name.substring(0, length);
    }

    private static String small(String name, int length) {
        StringBuilder small = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            small.append(isCapital(c) ? (char) (c + ('a' - 'A')) : c);
        }
        return small.toString();
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Whether a normal name means this machine (RFC 6761 section 6.3). */
    public static boolean isLocalhost(String name) {
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    /** The name as it is looked up: beyond ASCII by UTS-46, in ASCII as it is. */
    public static String ascii(String host) throws ResolveFailure {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                try {
                    return HostName.of(host).text();
                } catch (IllegalArgumentException e) {
                    throw malformed(e.getMessage());
                }
            }
        }
        return host;
    }

    /** Says what is wrong with a name that no resolver should be bothered with. */
    public static void check(String host) throws ResolveFailure {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.isEmpty()) {
            throw malformed("Expected a host name, got an empty one");
        }
        if (name.length() > LONGEST) {
            throw malformed("Expected a host name of at most " + LONGEST + " characters, got " + name.length());
        }
        int label = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? '.' : name.charAt(i);
            if (c != '.') {
                checkCharacter(c, i);
            } else if (i == label || i - label > LONGEST_LABEL) {
                throw malformed("Expected a host name whose parts have 1 to " + LONGEST_LABEL
                        + " characters, got one of " + (i - label));
            } else {
                label = i + 1;
            }
        }
        if (endsInANumber(name)) {
            throw malformed(
                    "Expected a host name or an address, got \"" + name + "\", which looks like one but is none");
        }
    }

    private static void checkCharacter(char c, int place) throws ResolveFailure {
        boolean good = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-' || c == '_';
        if (!good) {
            throw malformed(String.format(
                    "Expected a host name of ASCII letters, digits, '-', '_' and '.', got U+%04X at %d",
                    (int) c, place));
        }
    }

    /** No top-level domain is a number, so this was meant to be an address. */
    private static boolean endsInANumber(String name) {
        int start = name.lastIndexOf('.') + 1;
        boolean hex = name.startsWith("0x", start) || name.startsWith("0X", start);
        for (int i = hex ? start + 2 : start; i < name.length(); i++) {
            char c = name.charAt(i);
            int letter = c | 0x20;
            if (!isDigit(c) && !(hex && letter >= 'a' && letter <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static ResolveFailure malformed(String message) {
        return new ResolveFailure(Reason.MALFORMED, message);
    }
}
