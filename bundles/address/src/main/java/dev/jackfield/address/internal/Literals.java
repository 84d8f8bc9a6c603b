package dev.jackfield.address.internal;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;

/**
 * Reads literal addresses, one character at a time and without making anything but the result: hostile text costs no
 * more than its length, and an answer costs one object.
 */
public final class Literals {
    private static final int GROUPS = 8;

    private Literals() {}

    /** The address, a mapped one as IPv4, or null. */
    public static IpAddress address(String text) {
        if (text.indexOf(':') < 0) {
            long bits = ipv4(text, 0);
            return bits < 0 ? null : new Ipv4((int) bits);
        }
        Ipv6 address = ipv6(text);
        return address == null ? null : address.unmapped();
    }

    /** The 32 bits of the IPv4 address from a position to the end of the text, or -1. */
    public static long ipv4(String text, int from) {
        int end = text.length();
        int at = from;
        long octets = 0;
        for (int part = 0; part < 4; part++) {
            int radix = 10;
            if (at < end && text.charAt(at) == '0') {
                radix = 8;
                if (at + 1 < end && (text.charAt(at + 1) | 0x20) == 'x') {
                    radix = 16;
                    at += 2;
                }
            }
            int start = at;
            long number = 0;
            for (int digit; at < end && (digit = digit(text.charAt(at), radix)) >= 0; at++) {
                number = number * radix + digit;
                if (number > 0xFFFF_FFFFL) {
                    return -1;
                }
            }
            if (at == start) {
                return -1;
            }
            if (at == end) {
                int left = 32 - 8 * part;
                return number >>> left == 0 ? octets << left | number : -1;
            }
            if (text.charAt(at++) != '.' || number > 0xFF) {
                return -1;
            }
            octets = octets << 8 | number;
        }
        return -1;
    }

    /** The IPv6 address, a mapped one as it is, or null. */
    public static Ipv6 ipv6(String text) {
        int lastColon = text.lastIndexOf(':');
        if (lastColon < 0) {
            long bits = ipv4(text, 0);
            return bits < 0 ? null : Ipv6.mapped(new Ipv4((int) bits));
        }
        int end = text.length();
        long high = 0;
        long low = 0;
        int groups = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < end) {
            if (at > lastColon && text.indexOf('.', at) >= 0) {
                long bits = ipv4(text, at);
                if (bits < 0) {
                    return null;
                }
                high = high << 32 | low >>> 32;
                low = low << 32 | bits;
                groups += 2;
                break;
            }
            int start = at;
            int group = 0;
            for (int digit; at < end && (digit = digit(text.charAt(at), 16)) >= 0; at++) {
                group = group << 4 | digit;
            }
            if (at == start || at - start > 4 || ++groups > GROUPS) {
                return null;
            }
            high = high << 16 | low >>> 48;
            low = low << 16 | group;
            if (at == end) {
                break;
            }
            if (text.charAt(at++) != ':' || at == end) {
                return null;
            }
            if (text.charAt(at) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = groups;
                at++;
            }
        }
        if (gap < 0) {
            return groups == GROUPS ? new Ipv6(high, low) : null;
        }
        return groups < GROUPS ? spread(high, low, 16 * (groups - gap), 16 * (GROUPS - groups)) : null;
    }

    /** Moves all but the last {@code tail} bits up by {@code gap} bits. */
    private static Ipv6 spread(long high, long low, int tail, int gap) {
        long highTail = tail <= 64 ? 0 : -1L >>> 128 - tail;
        long lowTail = tail >= 64 ? -1L : (1L << tail) - 1;
        long highHead = high & ~highTail;
        long lowHead = low & ~lowTail;
        if (gap < 64) {
            highHead = highHead << gap | lowHead >>> 64 - gap;
            lowHead = lowHead << gap;
        } else {
            // With a gap of 128 bits there is no head, so it does not matter that the shift is modulo 64.
            highHead = lowHead << gap - 64;
            lowHead = 0;
        }
        return new Ipv6(highHead | high & highTail, lowHead | low & lowTail);
    }

    /** ASCII digits alone: {@link Character#digit} would take those of every script. */
    private static int digit(char c, int radix) {
        int digit;
        if (c >= '0' && c <= '9') {
            digit = c - '0';
        } else {
            int letter = c | 0x20;
            digit = letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
        }
        return digit < radix ? digit : -1;
    }
}
