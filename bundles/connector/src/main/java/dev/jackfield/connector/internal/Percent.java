package dev.jackfield.connector.internal;

import dev.jackfield.connector.RouteSyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Characters that mean something else in a route, as the {@code %hh} of their UTF-8 octets. */
final class Percent {
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /** Escapes what has to be. Controls are escaped as well, so that what is printed is one line. */
    static String encode(String text, String special) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '%' || special.indexOf(c) >= 0 || Character.isISOControl(c)) {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * Resolves the escapes.
     *
     * @param column of the first character, for the complaint
     */
    static String decode(String text, int column) {
        int first = text.indexOf('%');
        if (first < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] != '%') {
                out.put(raw[at]);
                continue;
            }
            int high = at + 1 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
            int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new RouteSyntaxException(
                        column + charactersBefore(raw, at), "Expected two hexadecimal digits behind %");
            }
            out.put((byte) (high << 4 | low));
            at += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new RouteSyntaxException(column + first, "Expected the octets of UTF-8 text behind %, got others");
        }
    }

    private static int charactersBefore(byte[] raw, int at) {
        return new String(raw, 0, at, StandardCharsets.UTF_8).length();
    }
}
