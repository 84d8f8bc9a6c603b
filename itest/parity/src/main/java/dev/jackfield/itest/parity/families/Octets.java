package dev.jackfield.itest.parity.families;

import com.google.gson.JsonElement;
import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv6;
import dev.jackfield.itest.parity.Json;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** Addresses as the vectors write them: in hex. */
final class Octets {
    private static final HexFormat HEX = HexFormat.of();

    private Octets() {}

    static byte[] of(String hex) {
        return HEX.parseHex(hex);
    }

    static JsonElement hex(Optional<? extends IpAddress> address) {
        return Json.of(address.map(Octets::hex).orElse(null));
    }

    static String hex(IpAddress address) {
        return hex(address.octets());
    }

    static String hex(byte[] octets) {
        return HEX.formatHex(octets);
    }

    /** Of four or sixteen octets, which stay so many: unlike with {@link IpAddress#of(byte[])}, nothing is unmapped. */
    static IpAddress address(String hex) {
        byte[] octets = of(hex);
        if (octets.length != 16) {
            return IpAddress.of(octets);
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new Ipv6(buffer.getLong(), buffer.getLong());
    }
}
