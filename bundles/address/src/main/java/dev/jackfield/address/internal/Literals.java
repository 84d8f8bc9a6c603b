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
    /** What fills bits 32 to 47 of an IPv4 address mapped into IPv6; all above are zero. */
    private static final long MAPPED = 0xFFFF;

    private Literals() {}

    /** The address, a mapped one as IPv4, or null. */
    public static IpAddress address(String text) {
        if (text.indexOf(':') >= 0) {
            return groups(text, text.length(), "", true);
        }
        long bits = ipv4(text);
        return bits < 0 ? null : new Ipv4((int) bits);
    }

    /** The IPv6 address, a mapped one as it is, or null. */
    public static Ipv6 ipv6(String text) {
        if (text.indexOf(':') >= 0) {
            return (Ipv6) groups(text, text.length(), "", false);
        }
        long bits = ipv4(text);
        return bits < 0 ? null : new Ipv6(0, MAPPED << 32 | bits);
    }

    /** The address, with its zone if there is one behind a percent sign; a mapped one as IPv4; or null. */
    public static IpAddress scoped(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return address(text);
        }
        return Zones.isZone(text, percent + 1) ? groups(text, percent, text.substring(percent + 1), false) : null;
    }

    /** The 32 bits of the IPv4 address, or -1. */
    public static long ipv4(String text) {
        return ipv4(text, 0, text.length());
    }

    private static long ipv4(String text, int from, int end) {
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

    /** The address up to an end; null also if that address can have no zone, but one is given. */
    private static IpAddress groups(String text, int end, String zone, boolean unmap) {
        int lastColon = text.lastIndexOf(':', end - 1);
        long high = 0;
        long low = 0;
        int groups = 0;
        int gap = -1;
        int at = 0;
        if (end >= 2 && text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < end) {
            if (at > lastColon && isDotted(text, at, end)) {
                long bits = ipv4(text, at, end);
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
            return groups == GROUPS ? make(high, low, zone, unmap) : null;
        }
        if (groups >= GROUPS) {
            return null;
        }
        int tail = 16 * (groups - gap);
        int zeros = 16 * (GROUPS - groups);
        return make(spreadHigh(high, low, tail, zeros), spreadLow(low, tail, zeros), zone, unmap);
    }

    private static boolean isDotted(String text, int from, int end) {
        int dot = text.indexOf('.', from);
        return dot >= 0 && dot < end;
    }

    private static IpAddress make(long high, long low, String zone, boolean unmap) {
        if (unmap && high == 0 && low >>> 32 == MAPPED) {
            return new Ipv4((int) low);
        }
        return zone.isEmpty() || Zones.isScoped(high) ? new Ipv6(high, low, zone) : null;
    }

    /** The high half, once all but the last {@code tail} bits have moved up by {@code gap} bits. */
    private static long spreadHigh(long high, long low, int tail, int gap) {
        long mask = tail <= 64 ? 0 : -1L >>> 128 - tail;
        long head = high & ~mask;
        long lowHead = low & ~lowMask(tail);
        // With a gap of 128 bits there is no head, so it does not matter that the shift is modulo 64.
        return high & mask | (gap < 64 ? head << gap | lowHead >>> 64 - gap : lowHead << gap - 64);
    }

    private static long spreadLow(long low, int tail, int gap) {
        long mask = lowMask(tail);
        return low & mask | (gap < 64 ? (low & ~mask) << gap : 0);
    }

    private static long lowMask(int tail) {
        return tail >= 64 ? -1L : (1L << tail) - 1;
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
