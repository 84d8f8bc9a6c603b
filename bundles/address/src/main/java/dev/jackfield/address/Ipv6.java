package dev.jackfield.address;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * An IPv6 address, without a zone.
 *
 * @param high the first eight octets
 * @param low the last eight octets
 */
public record Ipv6(long high, long low) implements Address {
    @Override
    public byte[] octets() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    @Override
    public InetAddress toInetAddress() {
        return Octets.toInetAddress(octets());
    }
}
