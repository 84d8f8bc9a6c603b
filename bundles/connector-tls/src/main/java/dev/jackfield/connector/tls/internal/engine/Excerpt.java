package dev.jackfield.connector.tls.internal.engine;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The beginning of what was no TLS, for an error message: as text if it looks like text. */
final class Excerpt {
    private static final int MOST_TEXT = 24;
    private static final int MOST_OCTETS = 8;

    private Excerpt() {}

    static String of(ByteBuffer octets) {
        int at = octets.position();
        StringBuilder text = new StringBuilder();
        while (text.length() < Math.min(MOST_TEXT, octets.remaining()) && isText(octets.get(at + text.length()))) {
            text.append((char) octets.get(at + text.length()));
        }
        if (text.length() > 2 || text.length() == octets.remaining()) {
            return "\"" + text + "\"";
        }
        byte[] first = new byte[Math.min(MOST_OCTETS, octets.remaining())];
        octets.get(at, first);
        return "the octets " + HexFormat.ofDelimiter(" ").formatHex(first);
    }

    private static boolean isText(byte octet) {
        return octet >= ' ' && octet < 127;
    }
}
