package dev.jackfield.address.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import dev.jackfield.address.Sockaddr;
import dev.jackfield.address.UnixAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/** The layouts of {@code struct sockaddr} on Linux. */
public final class SockaddrOctets {
    private static final short AF_UNIX = 1;
    private static final short AF_INET = 2;
    private static final short AF_INET6 = 10;
    private static final int SIZE_INET = 16;
    private static final int SIZE_INET6 = 28;
    private static final int SIZE_UNIX = 2 + Sockaddr.MAX_PATH + 1;
    private static final int SCOPE_AT = 24;

    private SockaddrOctets() {}

    public static byte[] write(Sockaddr sockaddr) {
        if (sockaddr.address() instanceof Ipv4 ipv4) {
            return start(SIZE_INET, AF_INET)
                    .putShort((short) sockaddr.port())
                    .putInt(ipv4.bits())
                    .array();
        }
        if (sockaddr.address() instanceof Ipv6 ipv6) {
            return start(SIZE_INET6, AF_INET6)
                    .putShort((short) sockaddr.port())
                    .putInt(0)
                    .putLong(ipv6.high())
                    .putLong(ipv6.low())
                    .order(ByteOrder.nativeOrder())
                    .putInt(scope(ipv6.zone()))
                    .array();
        }
        byte[] path = encoded(((UnixAddress) sockaddr.address()).path());
        return start(SIZE_UNIX, AF_UNIX).put(path).array();
    }

    public static Sockaddr read(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder());
        int family = octets.length < 2 ? -1 : buffer.getShort();
        if (family == AF_INET && octets.length == SIZE_INET) {
            int port = port(buffer);
            return new Sockaddr(new Ipv4(buffer.getInt()), port);
        }
        if (family == AF_INET6 && octets.length == SIZE_INET6) {
            int scope = buffer.getInt(SCOPE_AT);
            int port = port(buffer);
            buffer.getInt();
            long high = buffer.getLong();
            String zone = scope > 0 && Zones.isScoped(high) ? Integer.toString(scope) : "";
            return new Sockaddr(new Ipv6(high, buffer.getLong(), zone), port);
        }
        if (family == AF_UNIX && octets.length <= SIZE_UNIX) {
            return new Sockaddr(new UnixAddress(decoded(buffer)), 0);
        }
        throw new IllegalArgumentException("Expected a sockaddr of Linux, of IPv4, IPv6 or a UNIX domain socket, got "
                + octets.length + " octets: "
                + HexFormat.of().formatHex(octets, 0, Math.min(octets.length, SIZE_INET6)));
    }

    private static ByteBuffer start(int size, short family) {
        return ByteBuffer.allocate(size)
                .order(ByteOrder.nativeOrder())
                .putShort(family)
                .order(ByteOrder.BIG_ENDIAN);
    }

    private static int port(ByteBuffer buffer) {
        return Short.toUnsignedInt(buffer.order(ByteOrder.BIG_ENDIAN).getShort());
    }

    private static int scope(String zone) {
        int scope = zone.isEmpty() ? 0 : Zones.number(zone);
        if (scope < 0) {
            throw new IllegalArgumentException("Expected a zone that is a number, got " + Quoted.of(zone));
        }
        return scope;
    }

    private static byte[] encoded(String path) {
        try {
            ByteBuffer octets = UTF_8.newEncoder().encode(CharBuffer.wrap(path));
            if (octets.remaining() <= Sockaddr.MAX_PATH) {
                byte[] array = new byte[octets.remaining()];
                octets.get(array);
                return array;
            }
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Expected a path of Unicode characters, got " + Quoted.of(path), e);
        }
        throw new IllegalArgumentException(
                "Expected a path of at most " + Sockaddr.MAX_PATH + " octets in UTF-8, got " + Quoted.of(path));
    }

    private static String decoded(ByteBuffer buffer) {
        int from = buffer.position();
        int end = from;
        while (end < buffer.limit() && buffer.get(end) != 0) {
            end++;
        }
        try {
            return UTF_8.newDecoder().decode(buffer.limit(end)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "Expected a path in UTF-8, got " + HexFormat.of().formatHex(buffer.array(), from, end), e);
        }
    }
}
