package dev.jackfield.address;

import java.net.InetAddress;

/**
 * A host address, without a port. <i>Immutable.</i>
 */
public sealed interface Address permits Ipv4, Ipv6 {

    /**
     * The octets in network order.
     *
     * @return a new array: 4 octets for IPv4, 16 for IPv6
     */
    byte[] octets();

    /**
     * The JDK's form of this address. Never looks anything up.
     *
     * @return the same address
     */
    InetAddress toInetAddress();
}
