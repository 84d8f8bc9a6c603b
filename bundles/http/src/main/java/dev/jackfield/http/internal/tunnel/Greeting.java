package dev.jackfield.http.internal.tunnel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The first octets of an answer, which tell whether HTTP is spoken at all. Judged one by one: who speaks something else may
 * never send the end of a line.
 */
final class Greeting {
    private static final byte[] EXPECTED = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_SHOWN = 16;

    private final byte[] seen = new byte[EXPECTED.length];
    private int length;

    /** Looks at what has come, without taking it. */
    void check(ByteBuffer in) throws IOException {
        for (int at = in.position(); at < in.limit() && length < EXPECTED.length; at++) {
            seen[length] = in.get(at);
            if (seen[length] != EXPECTED[length]) {
                byte[] all = new byte[Math.min(MOST_SHOWN, length + in.limit() - at)];
                System.arraycopy(seen, 0, all, 0, length);
                in.get(at, all, length, all.length - length);
                throw new IOException("Expected an answer in HTTP/1 from the proxy, got " + shown(all) + guess(all));
            }
            length++;
        }
    }

    /** Text, or what is in its place, for people to read. */
    static String shown(byte[] octets) {
        StringBuilder shown = new StringBuilder("\"");
        for (byte octet : octets) {
            int c = octet & 0xFF;
            shown.append(c >= 0x20 && c < 0x7F ? String.valueOf((char) c) : String.format("\\x%02x", c));
        }
        return shown.append('"').toString();
    }

    private static String guess(byte[] octets) {
        int first = octets[0];
        int second = octets.length > 1 ? octets[1] : -1;
        if (first == 5) {
            return ", as from a SOCKS5 proxy";
        }
        if (first == 0 && second >= 0x5A && second <= 0x5D) {
            return ", as from a SOCKS4 proxy";
        }
        if ((first == 0x15 || first == 0x16) && (second == 3 || second == -1)) {
            return ", as from a server that wants TLS first";
        }
        if (first == 'S' && new String(octets, StandardCharsets.ISO_8859_1).startsWith("SSH-")) {
            return ", as from an SSH server";
        }
        if (octets.length > 3 && first == 0 && second == 0 && octets[3] == 4) {
            return ", as from a server that speaks nothing but HTTP/2";
        }
        return "";
    }
}
