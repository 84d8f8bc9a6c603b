package dev.jackfield.anyevent.internal;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.anyevent.AnyEvent;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Binary addresses. */
public final class Octets {
    private static final byte[] UNIX = HexFormat.of().parseHex(AnyEvent.UNIX);

    private Octets() {}

    /** A new copy of the token. */
    public static byte[] unix() {
        return UNIX.clone();
    }

    static boolean isUnix(byte[] ipn) {
        return Arrays.equals(ipn, UNIX);
    }

    /** The family of any kind of binary address. */
    public static ProtocolFamily family(byte[] ipn) {
        if (isUnix(ipn)) {
            return StandardProtocolFamily.UNIX;
        }
        expect(ipn.length == 4 || ipn.length == 16, "4 or 16 octets, or those of the UNIX token", ipn);
        return ipn.length == 4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    /** An IPv4 address. */
    public static Ipv4 ipv4(byte[] ipn) {
        expect(ipn.length == 4, "4 octets", ipn);
        return new Ipv4(ByteBuffer.wrap(ipn).getInt());
    }

    /** An IPv6 address, mapped or not. */
    public static Ipv6 ipv6(byte[] ipn) {
        expect(ipn.length == 16, "16 octets", ipn);
        ByteBuffer octets = ByteBuffer.wrap(ipn);
        return new Ipv6(octets.getLong(), octets.getLong());
    }

    /** The text of any kind of binary address. */
    public static Optional<String> format(byte[] ipn) {
        if (isUnix(ipn)) {
            return Optional.of(UnixAddress.HOST);
        }
        boolean ip = ipn.length == 4 || ipn.length == 16;
        return ip ? Optional.of(IpAddress.of(ipn).toString()) : Optional.empty();
    }

    private static void expect(boolean condition, String what, byte[] ipn) {
        if (!condition) {
            throw new IllegalArgumentException("Expected " + what + ", got " + ipn.length);
        }
    }
}
