package dev.jackfield.http.internal.message;

import java.util.regex.Pattern;

/** Fields that a caller may set, but not to whatever he likes. */
final class KnownFields {
    /** uri-host and a port (RFC 9110 section 7.2, RFC 3986 section 3.2.2); a host of no letters is one, too. */
    private static final Pattern HOST = Pattern.compile(
            "(\\[[0-9A-Za-z:.%_~-]++]|(?:[0-9A-Za-z._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*+)(:[0-9]{0,5}+)?");

    private KnownFields() {}

    /** Checks what can only be wrong. */
    static void check(String name, String value) {
        String text = Chars.trim(value);
        if (name.equalsIgnoreCase("host") && !HOST.matcher(text).matches()) {
            throw wrong("a host, maybe with a port, in the field Host (RFC 9110 section 7.2)", text);
        }
        if (name.equalsIgnoreCase("expect") && !text.equalsIgnoreCase("100-continue")) {
            throw wrong("100-continue, for there is no other expectation (RFC 9110 section 10.1.1)", text);
        }
    }

    private static IllegalArgumentException wrong(String expected, String got) {
        return new IllegalArgumentException("Expected " + expected + ", got \"" + got + "\"");
    }
}
