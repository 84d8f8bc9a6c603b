package dev.jackfield.connector.plain;

import dev.jackfield.connector.plain.internal.OptionTexts;
import dev.jackfield.resolver.Family;
import java.time.Duration;
import java.util.Objects;

/**
 * How the plain connector goes through the addresses of a host. <i>Immutable.</i>
 *
 * @param family which addresses are used. Default: any
 * @param serial whether addresses are tried strictly one after another, in the resolver's order, each only when the one
 *     before has failed or its time is up, as the seed does. Otherwise they race (RFC 8305). Default: false
 * @param stagger how long after a start, while nothing has come of it, the next address joins the race (the "Connection
 *     Attempt Delay" of RFC 8305 section 5); 10 ms to 2 s. Default: 250 ms
 */
public record PlainOptions(Family family, boolean serial, Duration stagger) {

    /** System property: {@code any}, {@code ipv4} or {@code ipv6}. */
    public static final String FAMILY = "jackfield.family";

    /** System property: {@code true} or {@code false}. */
    public static final String SERIAL = "jackfield.serial";

    /** System property: milliseconds, from 10 to 2000. */
    public static final String STAGGER = "jackfield.stagger";

    /** The least {@link #stagger}, below which RFC 8305 section 5 forbids to go. */
    public static final Duration LEAST_STAGGER = Duration.ofMillis(10);

    /** The greatest {@link #stagger}, the maximum of RFC 8305 section 5. */
    public static final Duration MOST_STAGGER = Duration.ofSeconds(2);

    private static final PlainOptions DEFAULTS = new PlainOptions(Family.ANY, false, Duration.ofMillis(250));

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the stagger is out of range
     */
    public PlainOptions {
        Objects.requireNonNull(family, "family");
        if (stagger.compareTo(LEAST_STAGGER) < 0 || stagger.compareTo(MOST_STAGGER) > 0) {
            throw new IllegalArgumentException("stagger: expected " + LEAST_STAGGER.toMillis() + " to "
                    + MOST_STAGGER.toMillis() + " ms, got " + stagger);
        }
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static PlainOptions defaults() {
        return DEFAULTS;
    }

    /**
     * What the system properties {@value #FAMILY}, {@value #SERIAL} and {@value #STAGGER} say, and the defaults for
     * those that are not set.
     *
     * @return as they are now
     * @throws IllegalArgumentException if one has a wrong value; says which
     */
    public static PlainOptions ofSystemProperties() {
        try {
            return OptionTexts.read(
                    DEFAULTS, System.getProperty(FAMILY), System.getProperty(SERIAL), System.getProperty(STAGGER));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("jackfield." + e.getMessage(), e);
        }
    }

    /**
     * With other addresses.
     *
     * @param value which
     * @return new options
     */
    public PlainOptions withFamily(Family value) {
        return new PlainOptions(value, serial, stagger);
    }

    /**
     * With a race, or without.
     *
     * @param value true for one address after another
     * @return new options
     */
    public PlainOptions withSerial(boolean value) {
        return new PlainOptions(family, value, stagger);
    }

    /**
     * With another delay between two starts.
     *
     * @param value 10 ms to 2 s
     * @return new options
     */
    public PlainOptions withStagger(Duration value) {
        return new PlainOptions(family, serial, value);
    }
}
