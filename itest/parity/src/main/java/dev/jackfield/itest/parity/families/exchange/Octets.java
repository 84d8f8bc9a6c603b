package dev.jackfield.itest.parity.families.exchange;

import java.nio.charset.StandardCharsets;

/** Texts of these vectors are octets. */
final class Octets {
    private Octets() {}

    /**
     * As octets.
     *
     * @throws IllegalArgumentException if a character is none
     */
    static byte[] of(String text) {
        text.chars().filter(c -> c > 0xFF).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException("Expected octets, got U+" + Integer.toHexString(c));
        });
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
