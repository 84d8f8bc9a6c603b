package dev.jackfield.connector.socks.internal;

import dev.jackfield.connector.socks.SocksFailure;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing said to a proxy, and its answer: octets in, a decision out. Knows no wire. What is wrong with an answer is
 * found at its first wrong octet, for there may never be another.
 *
 * <p><i>Loop-confined</i>, for one handshake.
 */
public abstract class Exchange {
    /** The longest answer: version, code, reserved, type, a domain with its length, port (RFC 1928 section 6). */
    public static final int MOST = 4 + 1 + 255 + 2;

    private final String name;
    private final byte[] said;
    private int length;
    private int heard;

    /** Says something, and expects an answer of at least so many octets. */
    Exchange(String name, byte[] said, int length) {
        this.name = Objects.requireNonNull(name, "name");
        this.said = said;
        this.length = length;
    }

    /** What is to be said. */
    public final ByteBuffer said() {
        return ByteBuffer.wrap(said);
    }

    /** How many octets can be heard now, none of which belongs to anybody else; 0 when the answer is complete. */
    public final int missing() {
        return length - heard;
    }

    /** Hears what has come of the answer. What lies behind its end stays in the buffer. */
    public final void hear(ByteBuffer octets) throws SocksFailure {
        while (missing() > 0 && octets.hasRemaining()) {
            hear(heard++, octets.get() & 0xFF);
        }
    }

    /** What is wrong if no more can be heard. */
    public final SocksFailure ended() {
        String when = heard == 0
                ? "without any to "
                : "after " + heard + (heard == 1 ? " octet" : " octets") + " of that to ";
        return new SocksFailure(
                Reason.CUT_OFF, "Expected a whole answer of the SOCKS proxy, but it hung up " + when + name);
    }

    /** What is wrong if something follows the last answer although the client has not spoken yet. */
    static SocksFailure unasked(int first) {
        return new SocksFailure(
                Reason.GARBLED,
                "Expected nothing behind the SOCKS proxy's answer before something was sent, got " + hex(first));
    }

    /** What is wrong if the connection has ended with the last answer. */
    static SocksFailure gone() {
        return new SocksFailure(
                Reason.CUT_OFF, "Expected the SOCKS proxy to keep the connection it granted, but it hung up");
    }

    /** What is to be done after a complete answer; if nothing, the wire leads to the target. */
    public abstract Optional<Exchange> next();

    /** The next octet of the answer. */
    abstract void hear(int at, int octet) throws SocksFailure;

    /** It is known now how long the answer is. */
    final void longAs(int octets) {
        length = octets;
    }

    /** An octet for people to read. */
    static String hex(int octet) {
        return String.format("0x%02x", octet);
    }

    /** What came is no SOCKS, or no such SOCKS. */
    static SocksFailure garbled(String expected, int got) {
        return new SocksFailure(Reason.GARBLED, "Expected " + expected + " from the SOCKS proxy, got " + hex(got));
    }

    /** The same for the very first octet, which tells who it is that speaks. */
    static SocksFailure stranger(String expected, int got) {
        String who = switch (got) {
            case 'H', '<' -> "HTTP";
            case 'S' -> "SSH";
            case 0x15, 0x16 -> "TLS";
            case 0 -> "SOCKS 4";
            case 5 -> "SOCKS 5";
            default -> "";
        };
        SocksFailure failure = garbled(expected, got);
        return who.isEmpty()
                ? failure
                : new SocksFailure(Reason.GARBLED, failure.getMessage() + ": it seems to speak " + who);
    }
}
