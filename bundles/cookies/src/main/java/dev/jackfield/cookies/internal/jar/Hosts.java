package dev.jackfield.cookies.internal.jar;

import dev.jackfield.address.HostName;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.util.Optional;

/** Hosts as clients have them in their URLs, so that a cookie is found again under the host that it was set by. */
public final class Hosts {
    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;

    /** What RFC 3986 section 3.2.2 allows besides letters, digits and the dot: some servers do have such names. */
    private static final String MARKS = "-_~!$&'()*+,;=";

    private Hosts() {}

    /** Whether it is as clients have it, and neither an address nor a name in any other form. */
    public static boolean isCanonical(String host) {
        return canonical(host).filter(host::equals).isPresent();
    }

    /** The same host as clients have it, whoever wrote it; empty if it is none. */
    public static Optional<String> canonical(String written) {
        if (written.chars().anyMatch(c -> c >= 0x80)) {
            return HostName.parse(written).flatMap(name -> ofAscii(name.text()));
        }
        return ofAscii(CookieChecks.lowerCase(written));
    }

    private static Optional<String> ofAscii(String lower) {
        String host = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        // Whatever has a colon is an IPv6 address or nothing, and whatever ends in a number one of IPv4.
        if (host.indexOf(':') >= 0) {
            return Ipv6.parse(host).map(Ipv6::toString);
        }
        if (endsInNumber(host)) {
            return Ipv4.parse(host).map(Ipv4::toString);
        }
        return isName(host) ? Optional.of(host) : Optional.empty();
    }

    /** Digits, or hexadecimal ones behind 0x: of those no top level domain consists (RFC 3696 section 2). */
    private static boolean endsInNumber(String lower) {
        int at = lower.lastIndexOf('.') + 1;
        boolean hexadecimal = lower.startsWith("0x", at);
        if (at == lower.length()) {
            return false;
        }
        for (int i = hexadecimal ? at + 2 : at; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c < '0' || c > '9') && !(hexadecimal && c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String lower) {
        int label = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == '.') {
                if (i == label || i - label > MAX_LABEL) {
                    return false;
                }
                label = i + 1;
            } else if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        int last = lower.length() - label;
        return last > 0 && last <= MAX_LABEL && lower.length() <= MAX_NAME;
    }
}
