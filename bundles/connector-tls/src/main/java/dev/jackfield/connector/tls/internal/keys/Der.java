package dev.jackfield.connector.tls.internal.keys;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** As much of DER (X.690) as private keys are wrapped in. */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;

    /** {@code [0]}, constructed. */
    static final int FIRST = 0xA0;

    private static final int LONGEST_LENGTH = 3;

    private final byte[] bytes;
    private final int end;
    private int at;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    boolean more() {
        return at < end;
    }

    /** The tag of what comes next; 0 at the end. */
    int next() {
        return more() ? bytes[at] & 0xFF : 0;
    }

    /**
     * Goes into what comes next, and stands behind it here.
     *
     * @throws IllegalArgumentException if it is something else, or cut
     */
    Der enter(int tag) {
        if (next() != tag) {
            throw new IllegalArgumentException(String.format(
                    "expected the DER tag %02x, got %s", tag, more() ? String.format("%02x", next()) : "the end"));
        }
        at++;
        int length = length();
        if (length > end - at) {
            throw new IllegalArgumentException("expected " + length + " octets of DER, got " + (end - at));
        }
        Der inside = new Der(bytes, at, at + length);
        at += length;
        return inside;
    }

    private int length() {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        int octets = first & 0x7F;
        if (octets == 0 || octets > LONGEST_LENGTH) {
            throw new IllegalArgumentException("expected a length in DER of 1 to 3 octets, got " + octets);
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | octet();
        }
        return length;
    }

    private int octet() {
        if (!more()) {
            throw new IllegalArgumentException("expected more DER, got the end");
        }
        return bytes[at++] & 0xFF;
    }

    /** All that is left in here. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    /** One thing made of others. */
    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.size();
        if (length < 0x80) {
            whole.write(length);
        } else {
            int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            whole.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                whole.write(length >>> 8 * i);
            }
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
