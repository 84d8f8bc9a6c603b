package dev.jackfield.itest.parity.families;

import java.nio.charset.StandardCharsets;

/** The sources tell what people see; what servers send, and we keep, are the octets of that, a character for each. */
final class FieldOctets {
    private FieldOctets() {}

    static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    static String text(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
