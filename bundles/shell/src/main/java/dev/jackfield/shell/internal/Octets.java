package dev.jackfield.shell.internal;

import java.nio.charset.StandardCharsets;

/** Field values: the client takes and gives octets as ISO-8859-1, people mostly write and read UTF-8. */
final class Octets {
    private Octets() {}

    /** What the client is to send for what was typed. */
    static String ofText(String typed) {
        return new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** What came, for people to read; octets that are no UTF-8 show as question marks of a kind. */
    static String toText(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
