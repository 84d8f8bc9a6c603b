package dev.jackfield.address.internal;

import dev.jackfield.address.IpAddress;
import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Octets to addresses, ours and the JDK's. */
public final class Octets {
    private Octets() {}

    public static IpAddress toAddress(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return switch (octets.length) {
            case 4 -> new Ipv4(buffer.getInt());
            case 16 -> new Ipv6(buffer.getLong(), buffer.getLong()).unmapped();
            default ->
                throw new IllegalArgumentException("Expected the 4 octets of an IPv4 address or the 16 of an IPv6"
                        + " address, got " + octets.length);
        };
    }

    public static IpAddress toAddress(InetAddress address) {
        IpAddress plain = toAddress(address.getAddress());
        if (plain instanceof Ipv6 ipv6
                && address instanceof Inet6Address scoped
                && scoped.getScopeId() > 0
                && Zones.isScoped(ipv6.high())) {
            return new Ipv6(ipv6.high(), ipv6.low(), Integer.toString(scoped.getScopeId()));
        }
        return plain;
    }

    public static InetAddress toInetAddress(byte[] octets, int zone) {
        try {
            return Inet6Address.getByAddress(null, octets, zone);
        } catch (UnknownHostException e) {
            throw new AssertionError("16 octets are an address", e);
        }
    }

    public static InetAddress toInetAddress(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 octets are an address", e);
        }
    }
}
