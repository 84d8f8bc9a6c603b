package dev.jackfield.address;

import dev.jackfield.address.internal.Protocols;
import java.util.Objects;
import java.util.Optional;

/**
 * A protocol over IP, by name and number: the seed's {@code getprotobyname}. <i>Immutable.</i>
 *
 * @param name in small letters, for example {@code tcp}
 * @param alias IANA's keyword, in capitals, for example {@code TCP}
 * @param number what stands in the header of IP, 0 to 255
 */
public record Protocol(String name, String alias, int number) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is not from 0 to 255
     */
    public Protocol {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(alias, "alias");
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("Expected a number of a protocol from 0 to 255, got " + number);
        }
    }

    /**
     * Looks a protocol up in a table of those in use, which is the same on every machine.
     *
     * @param name or alias, in letters of either case
     * @return the protocol, or empty if it is not in the table
     */
    public static Optional<Protocol> of(String name) {
        return Protocols.find(name);
    }
}
