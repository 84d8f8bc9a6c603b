package dev.jackfield.address.internal;

import dev.jackfield.address.Ipv6;

/** Zones of scoped addresses (RFC 4007): which addresses need one, and how they are written. */
public final class Zones {
    private static final int LINK_LOCAL = 0xFE80;
    private static final int MULTICAST = 0xFF00;
    private static final int GLOBAL_SCOPE = 0xE;
    private static final String URL_MARK = "25";

    private Zones() {}

    /** Whether addresses that begin so mean different hosts in different zones. */
    public static boolean isScoped(long high) {
        int first = (int) (high >>> 48);
        int scope = first & 0xF;
        return (first & 0xFFC0) == LINK_LOCAL || (first & 0xFF00) == MULTICAST && scope > 0 && scope < GLOBAL_SCOPE;
    }

    public static void check(long high, String zone) {
        if (zone.isEmpty()) {
            return;
        }
        if (!isZone(zone, 0)) {
            throw new IllegalArgumentException("Expected a zone such as eth0 or 2, of at most " + Ipv6.MAX_ZONE
                    + " letters, digits, '-', '.', '_' and '~', got " + Quoted.of(zone));
        }
        if (!isScoped(high)) {
            throw new IllegalArgumentException("Expected no zone, because the address is neither link-local nor"
                    + " multicast of less than global scope, got " + Quoted.of(zone));
        }
    }

    /** Whether the text is a zone from a position to its end: the letters are those of RFC 6874. */
    static boolean isZone(String text, int from) {
        int length = text.length() - from;
        if (length == 0 || length > Ipv6.MAX_ZONE) {
            return false;
        }
        boolean digits = true;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            int letter = c | 0x20;
            if (!digit && (letter < 'a' || letter > 'z') && "-._~".indexOf(c) < 0) {
                return false;
            }
            digits &= digit;
        }
        // What looks like a zone taken from a URL would otherwise silently be an interface nobody has.
        return digits ? number(text, from) >= 0 : !text.startsWith(URL_MARK, from);
    }

    /** The number of the interface, or -1 if the zone is a name, or there is none. */
    public static int number(String zone) {
        return zone.isEmpty() || zone.length() > Ipv6.MAX_ZONE ? -1 : number(zone, 0);
    }

    /** {@code fe80::1%25eth0} as {@code fe80::1%eth0}: what stands between brackets may have the form for URLs. */
    static String fromBrackets(String literal) {
        int percent = literal.indexOf('%');
        int zone = percent + 1 + URL_MARK.length();
        return percent >= 0 && literal.startsWith(URL_MARK, percent + 1) && literal.length() > zone
                ? literal.substring(0, percent + 1) + literal.substring(zone)
                : literal;
    }

    /** So that {@link #fromBrackets} gives the literal back: a zone 251 would be taken for the form of URLs of zone 1. */
    static String toBrackets(String literal) {
        int percent = literal.indexOf('%');
        return fromBrackets(literal).equals(literal)
                ? literal
                : literal.substring(0, percent + 1) + URL_MARK + literal.substring(percent + 1);
    }

    private static int number(String text, int from) {
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            number = number * 10 + digit;
            if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) number;
    }
}
