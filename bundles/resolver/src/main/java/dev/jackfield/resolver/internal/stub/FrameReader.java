package dev.jackfield.resolver.internal.stub;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes one message with its length before it (RFC 1035 section 4.2.2) out of any pieces. The length is a promise only:
 * memory follows what has come.
 */
final class FrameReader {
    /** Octets of the length. */
    static final int PREFIX = 2;

    private static final int FIRST_ROOM = 1024;

    private byte[] octets = new byte[FIRST_ROOM];
    private int prefix;
    private int length;
    private int count;

    /**
     * Takes what belongs to the message.
     *
     * @return true when it is complete; what is left in the piece comes behind it
     */
    boolean take(ByteBuffer piece) {
        for (; prefix < PREFIX && piece.hasRemaining(); prefix++) {
            length = length << 8 | piece.get() & 0xFF;
        }
        int more = Math.min(piece.remaining(), length - count);
        if (more > 0) {
            if (count + more > octets.length) {
                octets = Arrays.copyOf(octets, Math.min(length, Math.max(2 * octets.length, count + more)));
            }
            piece.get(octets, count, more);
            count += more;
        }
        return prefix == PREFIX && count == length;
    }

    /** The message, and perhaps more room behind it. */
    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    /** How far it has come, for people. */
    String progress() {
        return prefix < PREFIX ? prefix + " octets of the length" : count + " of " + length + " octets";
    }
}
