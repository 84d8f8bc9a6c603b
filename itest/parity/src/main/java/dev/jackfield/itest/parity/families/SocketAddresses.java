package dev.jackfield.itest.parity.families;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Sockaddr;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Json;
import dev.jackfield.itest.parity.Vector;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.util.List;
import java.util.Set;

/** {@code addr.jsonl}: addresses of sockets as Linux packs them. */
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
            case "pack_sockaddr" -> pack(vector.argument(0), Octets.address(vector.argument(1)));
            case "unpack_sockaddr" -> unpack(Sockaddr.of(Octets.of(vector.argument(0))));
            default -> roundTrip(new UnixAddress(vector.argument(0)));
        };
    }

    /** In Linux's numbers. */
    static int number(ProtocolFamily family) {
        if (family == StandardProtocolFamily.INET) {
            return AF_INET;
        }
        return family == StandardProtocolFamily.INET6 ? AF_INET6 : AF_UNIX;
    }

    private static JsonElement pack(String port, IpAddress address) {
        return Json.of(Octets.hex(new Sockaddr(address, Integer.parseInt(port)).octets()));
    }

    private static JsonElement unpack(Sockaddr packed) {
        JsonArray unpacked = new JsonArray();
        unpacked.add(packed.port());
        unpacked.add(Octets.hex((IpAddress) packed.address()));
        return unpacked;
    }

    private static JsonElement roundTrip(UnixAddress address) {
        UnixAddress read =
                (UnixAddress) Sockaddr.of(new Sockaddr(address, 0).octets()).address();
        return Json.array(List.of(read.path(), Token.text()));
    }
}
