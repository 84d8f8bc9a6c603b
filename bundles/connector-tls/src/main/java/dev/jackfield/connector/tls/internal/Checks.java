package dev.jackfield.connector.tls.internal;

import dev.jackfield.connector.tls.TlsProfile;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What the parts of a profile have to look like. */
public final class Checks {
    private static final int SHA_256 = 32;

    private Checks() {}

    /** Versions that are known, one at least. */
    public static List<String> protocols(List<String> protocols) {
        if (protocols.isEmpty() || !TlsProfile.PROTOCOLS.containsAll(protocols)) {
            throw new IllegalArgumentException(
                    "protocols: expected some of " + TlsProfile.PROTOCOLS + ", got " + protocols);
        }
        return List.copyOf(protocols);
    }

    /** Hashes of public keys. */
    public static List<String> pins(List<String> pins) {
        for (String pin : pins) {
            if (!isHash(pin)) {
                throw new IllegalArgumentException(
                        "pins: expected " + SHA_256 + " octets in Base64 (RFC 7469 section 2.4), got \"" + pin + "\"");
            }
        }
        return List.copyOf(pins);
    }

    /** Names of protocols, which go on the wire with their length in one octet (RFC 7301 section 3.1). */
    public static List<String> alpn(List<String> names) {
        for (String name : names) {
            if (name.isEmpty() || name.length() > 255 || !name.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new IllegalArgumentException(
                        "alpn: expected names of 1 to 255 visible ASCII characters, got \"" + name + "\"");
            }
        }
        return List.copyOf(names);
    }

    /** A length of time. */
    public static Duration limit(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("handshake: expected a time above zero, got " + limit);
        }
        return limit;
    }

    private static boolean isHash(String pin) {
        try {
            return Base64.getDecoder().decode(pin).length == SHA_256;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
