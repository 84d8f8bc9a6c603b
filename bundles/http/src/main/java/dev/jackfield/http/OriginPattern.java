package dev.jackfield.http;

import dev.jackfield.address.HostPort;
import dev.jackfield.http.internal.routes.PatternText;
import java.util.Objects;

/**
 * A set of origins: {@code [http://|https://]host[:port]}, where host and port are as in a {@link
 * dev.jackfield.connector.HostPattern}, and an address matches however it is written in the URL.
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
        return parts.scheme().fits(https) && parts.hosts().matches(origin);
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
