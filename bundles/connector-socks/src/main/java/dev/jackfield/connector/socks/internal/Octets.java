package dev.jackfield.connector.socks.internal;

import java.nio.charset.StandardCharsets;

/** What people call themselves, as SOCKS carries it. */
final class Octets {
    /** What fits a length of one octet (RFC 1929 section 2); for SOCKS 4, which has no limit, the same will do. */
    static final int MOST = 255;

    private Octets() {}

    /** In UTF-8. The text itself may be a secret, so complaints only tell its length. */
    static byte[] of(String what, String text, int least) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length < least || octets.length > MOST) {
            throw new IllegalArgumentException("Expected a " + what + " of " + least + " to " + MOST
                    + " octets for a SOCKS proxy, got " + octets.length);
        }
        return octets;
    }
}
