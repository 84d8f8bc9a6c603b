package dev.jackfield.http.internal.auth;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Text from us as octets: UTF-8, composed (RFC 7616 section 4, RFC 7617 section 2.1). <i>Immutable.</i>
 *
 * @param text one character for each octet, as fields have it
 */
record Octets(String text) {
    private static final String MARKS = "!#$&+-.^_`|~";

    static Octets of(String text) {
        byte[] octets = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        return new Octets(new String(octets, StandardCharsets.ISO_8859_1));
    }

    boolean ascii() {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** As the value of an extended parameter (RFC 8187 section 3.2.1). */
    String percentEncoded() {
        StringBuilder encoded = new StringBuilder();
        text.chars().forEach(c -> {
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
            encoded.append(plain ? String.valueOf((char) c) : String.format("%%%02X", c));
        });
        return encoded.toString();
    }
}
