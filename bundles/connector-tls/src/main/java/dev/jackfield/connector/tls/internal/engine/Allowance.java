package dev.jackfield.connector.tls.internal.engine;

import javax.net.ssl.SSLProtocolException;

/**
 * What a peer may say in one handshake. Engines take records that carry nothing for as long as they come, so a peer could
 * keep this side busy without ever getting anywhere. <i>Loop-confined.</i>
 */
final class Allowance {
    /** How many records may carry nothing: empty ones, and change_cipher_spec, which TLS 1.3 skips. */
    static final int MOST_EMPTY = 64;

    /** How many octets there may be, heads included: thirty times the longest message that the JDK takes. */
    static final int MOST_OCTETS = 1 << 20;

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;

    private boolean begun;
    private int empty;
    private int octets;

    /**
     * One record more.
     *
     * @param type its content type (RFC 8446 section 5.1)
     * @param length its octets, the head included
     * @throws SSLProtocolException if it is too much, or nothing to begin with
     */
    void take(int type, int length) throws SSLProtocolException {
        if (!begun && type != Inbound.HANDSHAKE && type != ALERT) {
            throw new SSLProtocolException("Expected a handshake or an alert at first, got " + name(type));
        }
        begun = true;
        if (type == CHANGE_CIPHER_SPEC || length == Inbound.HEAD) {
            empty++;
        }
        if (empty > MOST_EMPTY) {
            throw new SSLProtocolException(
                    "Expected a handshake, got more than " + MOST_EMPTY + " records that carry nothing");
        }
        octets += length;
        if (octets > MOST_OCTETS) {
            throw new SSLProtocolException("Expected a handshake of at most " + MOST_OCTETS + " octets, got more");
        }
    }

    private static String name(int type) {
        return switch (type) {
            case CHANGE_CIPHER_SPEC -> "change_cipher_spec";
            case 23 -> "application data";
            default -> "a record of type " + type;
        };
    }
}
