package dev.jackfield.address;

import dev.jackfield.address.internal.Literals;
import dev.jackfield.address.internal.Octets;
import dev.jackfield.address.internal.ReverseNames;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.util.Optional;

/**
 * An IPv4 address. <i>Immutable.</i>
 *
 * @param bits the four octets, the first one in the highest bits
 */
public record Ipv4(int bits) implements IpAddress {

    /**
     * Reads an IPv4 address in any of the forms of POSIX {@code inet_addr}: one to four parts with dots between, each
     * decimal, octal after {@code 0} or hexadecimal after {@code 0x}; the last part fills the octets that are left. So
     * {@code 127.0.0.1}, {@code 127.1}, {@code 0x7f.1}, {@code 017700000001} and {@code 2130706433} are one address:
     * who filters addresses must filter the result, never the text.
     *
     * @param text without signs, blanks or line ends
     * @return the address, or empty if the text is not one
     */
    public static Optional<Ipv4> parse(String text) {
        long bits = Literals.ipv4(text);
        return bits < 0 ? Optional.empty() : Optional.of(new Ipv4((int) bits));
    }

    @Override
    public ProtocolFamily family() {
        return StandardProtocolFamily.INET;
    }

    @Override
    public byte[] octets() {
        return new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
    }

    @Override
    public InetAddress toInetAddress() {
        return Octets.toInetAddress(octets());
    }

    @Override
    public String reverseName() {
        return ReverseNames.of(this);
    }

    /**
     * The address as text.
     *
     * @return a dotted quad, for example {@code 192.0.2.1}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(15);
        appendTo(text);
        return text.toString();
    }

    void appendTo(StringBuilder text) {
        text.append(bits >>> 24);
        for (int shift = 16; shift >= 0; shift -= 8) {
            text.append('.').append(bits >>> shift & 0xFF);
        }
    }
}
