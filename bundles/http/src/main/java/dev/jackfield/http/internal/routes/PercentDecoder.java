package dev.jackfield.http.internal.routes;

import dev.jackfield.connector.RouteSyntaxException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded UTF-8 (RFC 3986 section 2.1), as in the user information of a URL, where a + is a +. */
final class PercentDecoder {
    private PercentDecoder() {}

    /**
     * Decodes a part of a text.
     *
     * @throws RouteSyntaxException tells the column in the whole text, and shows nothing of it
     */
    static String decode(String text, int begin, int end) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(end - begin);
        int at = begin;
        while (at < end) {
            int c = text.codePointAt(at);
            if (c == '%') {
                octets.write(octet(text, at, end));
                at += 3;
            } else {
                octets.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RouteSyntaxException(begin + 1, "Expected the octets of UTF-8 text behind %, got others");
        }
    }

    private static int octet(String text, int percent, int end) {
        int high = percent + 2 < end ? Character.digit(text.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < end ? Character.digit(text.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new RouteSyntaxException(percent + 1, "Expected two hexadecimal digits behind %");
        }
        return high << 4 | low;
    }
}
