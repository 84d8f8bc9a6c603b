package dev.jackfield.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Octets as the JDK's addresses. */
final class Octets {
    private Octets() {}

    static InetAddress toInetAddress(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 octets are an address", e);
        }
    }
}
