package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.connector.internal.hosts.Hosts;
import dev.jackfield.connector.internal.hosts.PatternReader;
import java.util.Objects;

/**
 * A set of targets: {@code host[:port]}.
 *
 * <p>The host is one of:
 *
 * <ul>
 *   <li>{@code *}: any;
 *   <li>{@code example.com}: this name. Case and a final dot make no difference, and a name beyond ASCII is the same as
 *       its A-labels;
 *   <li>{@code *.example.com}: any name below, but not this name itself;
 *   <li>{@code 192.0.2.1}, {@code [2001:db8::1]}: this address;
 *   <li>{@code 10.0.0.0/8}, {@code [2001:db8::]/32}: a block of addresses (RFC 4632 section 3.1, RFC 4291 section 2.3).
 *       Names are not looked up, so they are in no block.
 * </ul>
 *
 * <p>Without a port all match.
 *
 * <p><i>Immutable.</i>
 */
public final class HostPattern {
    /** Every target: {@code *}. */
    public static final HostPattern ANY = parse("*");

    private final Hosts hosts;
    /** 0 for any. */
    private final int port;

    private HostPattern(PatternReader reader) {
        this.hosts = reader.hosts();
        this.port = reader.port();
    }

    /**
     * Reads a pattern.
     *
     * @param text without blanks, but maybe around it
     * @return the pattern
     * @throws RouteSyntaxException if the text is none; the message tells the column
     */
    public static HostPattern parse(String text) {
        return new HostPattern(new PatternReader(Given.of(text, "the text of a pattern")));
    }

    /**
     * Tells whether a target is in the set.
     *
     * @param target host and port
     * @return true if it is
     */
    public boolean matches(HostPort target) {
        Given.of(target, "a target");
        return (port == 0 || port == target.port()) && hosts.contain(target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostPattern pattern && hosts.equals(pattern.hosts) && port == pattern.port;
    }

    @Override
    public int hashCode() {
        return Objects.hash(hosts, port);
    }

    /** Text that {@link #parse} reads again, as the same. */
    @Override
    public String toString() {
        return hosts + (port == 0 ? "" : ":" + port);
    }
}
