package dev.jackfield.resolver.internal.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** Octets that compare by value. <i>Immutable.</i> */
public final class Octets {
    private final byte[] octets;

    /** Takes what nobody else has. */
    Octets(byte[] octets) {
        this.octets = octets;
    }

    /**
     * The octets.
     *
     * @return a copy
     */
    public byte[] toArray() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets same && Arrays.equals(octets, same.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /**
     * Each octet as one character.
     *
     * @return in ISO-8859-1
     */
    @Override
    public String toString() {
        return new String(octets, ISO_8859_1);
    }
}
