package dev.jackfield.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.http.internal.routes.Hosts;
import dev.jackfield.http.internal.routes.PatternText;
import java.util.Objects;

/**
 * A set of origins: {@code [http://|https://]host[:port]}.
 *
 * <p>The host is one of:
 *
 * <ul>
 *   <li>{@code *}: any;
 *   <li>{@code example.com}: this name. Case and a final dot make no difference, and a name beyond ASCII is the same as
 *       its A-labels;
 *   <li>{@code *.example.com}: any name below, but not this name itself;
 *   <li>{@code 192.0.2.1}, {@code [2001:db8::1]}: this address, however it is written in the URL;
 *   <li>{@code 10.0.0.0/8}, {@code [2001:db8::]/32}: a block of addresses (RFC 4632 section 3.1, RFC 4291 section 2.3).
 *       Names are not looked up, so they are in no block.
 * </ul>
 *
 * <p>Without a scheme both match, without a port all do.
 *
 * <p><i>Immutable.</i>
 */
public final class OriginPattern {
    /** Every origin: {@code *}. */
    public static final OriginPattern ANY = parse("*");

    private final PatternText parts;

    private OriginPattern(PatternText parts) {
        this.parts = parts;
    }

    /**
     * Reads a pattern.
     *
     * @param text without blanks, but maybe around it
     * @return the pattern
     * @throws IllegalArgumentException if the text is none; the message tells the column
     */
    public static OriginPattern parse(String text) {
        return new OriginPattern(PatternText.parse(text));
    }

    /**
     * Tells whether an origin is in the set.
     *
     * @param https whether that is spoken there
     * @param origin host and port
     * @return true if it is
     */
    public boolean matches(boolean https, HostPort origin) {
        return parts.scheme().fits(https)
                && (parts.port() == 0 || parts.port() == origin.port())
                && parts.hosts().contain(Hosts.Host.of(origin));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OriginPattern pattern && parts.equals(pattern.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts);
    }

    /** Text that {@link #parse} reads again, as the same. */
    @Override
    public String toString() {
        return parts.toString();
    }
}
