package dev.jackfield.http.internal.url;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent escapes (RFC 3986 section 2.1) of paths, queries and fragments: those that are there stay as they are. */
final class Escapes {
    /** Visible, but allowed nowhere by RFC 3986; brackets are not either, but go through unchanged everywhere. */
    private static final String ENCODED = "\"<>\\^`{|}";

    private static final String HEX = "0123456789ABCDEF";

    private Escapes() {}

    /**
     * A part of a text with what may not stand there encoded, as UTF-8.
     *
     * @param path whether it begins with a path
     * @throws IllegalArgumentException for controls, halves of surrogate pairs, backslashes in the path and blanks at the
     *     end of the text: browsers mend those, each in its way
     */
    static String encode(String text, int begin, int end, boolean path) {
        for (int i = begin; i < end; i++) {
            if (!isPlain(text.charAt(i))) {
                return encoded(text, begin, end, path);
            }
        }
        return text.substring(begin, end);
    }

    /** Octets beyond ASCII that stand for themselves, encoded. */
    static String octets(String field) {
        for (int i = 0; i < field.length(); i++) {
            if (isOctet(field.charAt(i))) {
                StringBuilder encoded = new StringBuilder(field.length() + 16);
                field.chars().forEach(c -> {
                    if (isOctet(c)) {
                        escape(c, encoded);
                    } else {
                        encoded.append((char) c);
                    }
                });
                return encoded.toString();
            }
        }
        return field;
    }

    /**
     * The text behind the escapes, which has to be UTF-8.
     *
     * @param url for the message
     */
    static String decoded(String escaped, String url) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(escaped.length());
        int c;
        for (int i = 0; i < escaped.length(); i += c == '%' ? 3 : Character.charCount(c)) {
            c = escaped.codePointAt(i);
            if (c == '%') {
                octets.write(octet(escaped, i, url));
            } else {
                octets.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of("the octets of UTF-8 text behind the % of a host", url);
        }
    }

    private static int octet(String escaped, int percent, String url) {
        boolean whole = percent + 2 < escaped.length();
        int high = whole ? HEX.indexOf(Character.toUpperCase(escaped.charAt(percent + 1))) : -1;
        int low = whole ? HEX.indexOf(Character.toUpperCase(escaped.charAt(percent + 2))) : -1;
        if (high < 0 || low < 0) {
            throw Refusal.of("two hexadecimal digits behind the % of a host", url);
        }
        return high << 4 | low;
    }

    private static String encoded(String text, int begin, int end, boolean path) {
        if (end == text.length() && text.charAt(end - 1) == ' ') {
            throw Refusal.of("a URL without blanks at its end", text);
        }
        StringBuilder encoded = new StringBuilder(end - begin + 16);
        boolean inPath = path;
        int c;
        for (int i = begin; i < end; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            inPath &= c != '?';
            if (c < 0x20 || c == 0x7F) {
                throw Refusal.of("a URL without controls", text);
            }
            if (c >= 0xD800 && c <= 0xDFFF) {
                throw Refusal.of("Unicode text without halves of surrogate pairs", text);
            }
            if (c == '\\' && inPath) {
                throw Refusal.of("a URL without backslashes in its path", text);
            }
            append(c, encoded);
        }
        return encoded.toString();
    }

    private static void append(int c, StringBuilder encoded) {
        if (isPlain(c)) {
            encoded.append((char) c);
            return;
        }
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            escape(octet & 0xFF, encoded);
        }
    }

    private static void escape(int octet, StringBuilder encoded) {
        encoded.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
    }

    private static boolean isPlain(int c) {
        return c > 0x20 && c < 0x7F && ENCODED.indexOf(c) < 0;
    }

    private static boolean isOctet(int c) {
        return c >= 0x80 && c <= 0xFF;
    }
}
