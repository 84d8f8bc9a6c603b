package dev.jackfield.resolver.internal.order;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;

/** The default policy table (RFC 6724 section 2.1) and scopes (section 3.1). IPv4 counts as mapped into IPv6. */
enum Policy {
    LOOPBACK(50, 0),
    OTHERS(40, 1),
    IPV4(35, 4),
    SIX_TO_FOUR(30, 2),
    TEREDO(5, 5),
    UNIQUE_LOCAL(3, 13),
    COMPATIBLE(1, 3),
    SITE_LOCAL(1, 11),
    SIX_BONE(1, 12);

    static final int LINK = 2;
    private static final int SITE = 5;
    private static final int GLOBAL = 14;

    final int precedence;
    final int label;

    Policy(int precedence, int label) {
        this.precedence = precedence;
        this.label = label;
    }

    static Policy of(IpAddress address) {
        if (!(address instanceof Ipv6 six)) {
            return IPV4;
        }
        long high = six.high();
        if (high == 0 && six.low() == 1) {
            return LOOPBACK;
        } else if (high == 0 && six.low() >>> 32 == 0) {
            return COMPATIBLE;
        } else if (high == 0 && six.low() >>> 32 == 0xFFFF) {
            return IPV4;
        } else if (high >>> 32 == 0x2001_0000L) {
            return TEREDO;
        } else if (high >>> 48 == 0x2002) {
            return SIX_TO_FOUR;
        } else if (high >>> 48 == 0x3FFE) {
            return SIX_BONE;
        } else if (high >>> 57 == 0xFC >>> 1) {
            return UNIQUE_LOCAL;
        } else if (high >>> 54 == 0xFEC0 >>> 6) {
            return SITE_LOCAL;
        }
        return OTHERS;
    }

    static int scope(IpAddress address) {
        if (address instanceof Ipv4 four) {
            boolean link = four.bits() >>> 24 == 127 || four.bits() >>> 16 == 0xA9FE;
            return link ? LINK : GLOBAL;
        }
        Ipv6 six = (Ipv6) address;
        if (six.high() >>> 56 == 0xFF) {
            return (int) (six.high() >>> 48) & 0xF;
        } else if (six.high() >>> 54 == 0xFE80 >>> 6 || of(six) == LOOPBACK) {
            return LINK;
        }
        return six.high() >>> 54 == 0xFEC0 >>> 6 ? SITE : GLOBAL;
    }
}
