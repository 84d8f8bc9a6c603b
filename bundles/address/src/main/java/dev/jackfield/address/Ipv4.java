package dev.jackfield.address;

import java.net.InetAddress;

/**
 * An IPv4 address.
 *
 * @param bits the four octets, the first one in the highest bits
 */
public record Ipv4(int bits) implements Address {
    @Override
    public byte[] octets() {
        return new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
    }

    @Override
    public InetAddress toInetAddress() {
        return Octets.toInetAddress(octets());
    }
}
