package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * {@code addr.jsonl}: addresses of sockets. We have no packed ones; what the vectors are about are the bounds of ports
 * and paths, and those are our own. The layout (Linux on x86-64) is made here.
 */
final class SocketAddresses implements Family {
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    @Override
    public Set<String> names() {
        return Set.of("pack_sockaddr", "unpack_sockaddr", "unix_sockaddr_roundtrip");
    }

    @Override
    public JsonElement answer(Vector vector) {
        return switch (vector.name()) {
            case "pack_sockaddr" -> pack(Integer.parseInt(vector.argument(0)), Octets.address(vector.argument(1)));
            case "unpack_sockaddr" -> unpack(ByteBuffer.wrap(Octets.of(vector.argument(0))));
            default -> roundTrip(vector.argument(0));
        };
    }

    static int number(ProtocolFamily family) {
        if (family == StandardProtocolFamily.INET) {
            return AF_INET;
        }
        return family == StandardProtocolFamily.INET6 ? AF_INET6 : AF_UNIX;
    }

    private static JsonElement pack(int port, IpAddress address) {
        int checked = HostPort.of(address.toString(), port).port();
        int family = number(address.family());
        ByteBuffer packed = ByteBuffer.allocate(family == AF_INET ? 16 : 28)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) family)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) checked);
        packed.position(family == AF_INET ? 4 : 8).put(address.octets());
        return Json.of(Octets.hex(packed.array()));
    }

    private static JsonElement unpack(ByteBuffer packed) {
        int family = packed.order(ByteOrder.LITTLE_ENDIAN).getShort();
        int port = Short.toUnsignedInt(packed.order(ByteOrder.BIG_ENDIAN).getShort());
        int from = family == AF_INET ? 4 : 8;
        byte[] octets = Arrays.copyOfRange(packed.array(), from, from + (family == AF_INET ? 4 : 16));
        IpAddress address = Octets.address(Octets.hex(octets));
        JsonArray unpacked = new JsonArray();
        unpacked.add(HostPort.of(address.toString(), port).port());
        unpacked.add(Octets.hex(address));
        return unpacked;
    }

    private static JsonElement roundTrip(String path) {
        HostPort socket = HostPort.unix(path);
        return Json.array(List.of(socket.unix().orElseThrow().path(), socket.host()));
    }
}
