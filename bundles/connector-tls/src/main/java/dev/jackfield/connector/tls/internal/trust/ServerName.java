package dev.jackfield.connector.tls.internal.trust;

import dev.jackfield.address.HostName;
import dev.jackfield.address.IpAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom the client means to talk to: the reference identity of RFC 9525, a DNS-ID or an IP-ID. <i>Immutable.</i>
 *
 * @param text a name in lower case with A-labels and no final dot, or an address
 * @param literal the address, if it is one
 */
public record ServerName(String text, Optional<IpAddress> literal) {
    private static final String ANY_LABEL = "*.";
    private static final Pattern ASCII = Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63}){0,126}\\.?");

    /**
     * Reads what a connection was asked for.
     *
     * @throws IllegalArgumentException if it is neither a name nor an address
     */
    public static ServerName of(String host) {
        Optional<IpAddress> literal = IpAddress.parse(unscoped(host));
        return new ServerName(literal.isPresent() ? literal.get().toString() : name(host), literal);
    }

    /** A zone means something to this machine alone, so no certificate can name it. */
    private static String unscoped(String host) {
        int zone = host.indexOf('%');
        return zone < 0 || host.indexOf(':') < 0 ? host : host.substring(0, zone);
    }

    /** In ASCII it is compared as it is, whatever its A-labels encode. */
    private static String name(String host) {
        return ASCII.matcher(host).matches()
                ? lower(host)
                : lower(HostName.of(host).text());
    }

    /**
     * Whether a dNSName of a certificate means this server (RFC 9525 section 6.3): label by label, and a {@code *} that is
     * the whole leftmost label for any one label.
     */
    public boolean matchesDns(String presented) {
        return matchesExactly(presented) || matchesWildcard(presented);
    }

    /** The same, but with no meaning to a {@code *}. */
    public boolean matchesExactly(String presented) {
        return literal.isEmpty() && lower(presented).equals(text);
    }

    private boolean matchesWildcard(String presented) {
        int dot = text.indexOf('.');
        return literal.isEmpty()
                && dot > 0
                && presented.startsWith(ANY_LABEL)
                && lower(presented.substring(ANY_LABEL.length())).equals(text.substring(dot + 1));
    }

    /** Whether an iPAddress of a certificate means this server (RFC 9525 section 6.4). */
    public boolean matchesIp(String presented) {
        return literal.isPresent() && IpAddress.parse(presented).equals(literal);
    }

    /** Without a final dot. The case of ASCII alone: the lower case of U+212A is a k, and no name has it. */
    private static String lower(String presented) {
        StringBuilder lower = new StringBuilder(presented.length());
        presented.chars().forEach(unit -> lower.append((char) (unit >= 'A' && unit <= 'Z' ? unit + 32 : unit)));
        int end = lower.length() - 1;
        return end >= 0 && lower.charAt(end) == '.' ? lower.substring(0, end) : lower.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
