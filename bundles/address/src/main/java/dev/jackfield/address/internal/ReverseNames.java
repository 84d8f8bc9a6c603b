package dev.jackfield.address.internal;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.util.HexFormat;

/** Addresses backwards, as the DNS wants them. */
public final class ReverseNames {
    private static final String IPV4 = "in-addr.arpa.";
    private static final String IPV6 = "ip6.arpa.";

    private ReverseNames() {}

    public static String of(Ipv4 address) {
        StringBuilder name = new StringBuilder(16 + IPV4.length());
        for (int shift = 0; shift < 32; shift += 8) {
            name.append(address.bits() >>> shift & 0xFF).append('.');
        }
        return name.append(IPV4).toString();
    }

    public static String of(Ipv6 address) {
        StringBuilder name = new StringBuilder(64 + IPV6.length());
        appendDigits(name, address.low());
        appendDigits(name, address.high());
        return name.append(IPV6).toString();
    }

    private static void appendDigits(StringBuilder name, long half) {
        HexFormat hex = HexFormat.of();
        for (int shift = 0; shift < 64; shift += 4) {
            name.append(hex.toLowHexDigit((int) (half >>> shift))).append('.');
        }
    }
}
