package dev.jackfield.http.internal.auth;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What a client adds to a nonce (RFC 7616 section 3.4), so that a proxy cannot choose what is hashed. */
public final class Cnonces {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int OCTETS = 16;

    private Cnonces() {}

    /** Another one each time. */
    public static String next() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}
