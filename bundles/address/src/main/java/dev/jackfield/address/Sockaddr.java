package dev.jackfield.address;

import dev.jackfield.address.internal.SockaddrOctets;
import java.util.Objects;

/**
 * Address and port as the C library of Linux has them in memory: the seed's {@code pack_sockaddr} and {@code
 * unpack_sockaddr}, for talking to what is not Java. <i>Immutable.</i> The family is in the order of octets of this
 * machine, the port in that of the network.
 *
 * @param address a zone has to be a number here
 * @param port 0 to 65535; 0 for a UNIX domain socket
 */
public record Sockaddr(Address address, int port) {
    /** How many octets the path of a UNIX domain socket may have, in UTF-8: all but one of {@code sun_path}. */
    public static final int MAX_PATH = 107;

    /**
     * Checks the port.
     *
     * @throws IllegalArgumentException if it is out of bounds
     */
    public Sockaddr {
        Objects.requireNonNull(address, "address");
        int most = address instanceof UnixAddress ? 0 : 65535;
        if (port < 0 || port > most) {
            throw new IllegalArgumentException("Expected a port from 0 to " + most + ", got " + port);
        }
    }

    /**
     * Reads the octets. An IPv4 address mapped into IPv6 stays what it is.
     *
     * @param octets a {@code sockaddr_in} of 16, a {@code sockaddr_in6} of 28, or a {@code sockaddr_un} of at most 110
     * @return address and port; a zone, where the address needs one, as a number
     * @throws IllegalArgumentException if the octets are none of these, or the path is not absolute, or not UTF-8
     */
    public static Sockaddr of(byte[] octets) {
        return SockaddrOctets.read(octets);
    }

    /**
     * Writes the octets.
     *
     * @return a new array: 16 octets for IPv4, 28 for IPv6, 110 for a UNIX domain socket
     * @throws IllegalArgumentException if the path has more than {@value #MAX_PATH} octets or is no Unicode, or a zone is
     *     not a number
     */
    public byte[] octets() {
        return SockaddrOctets.write(this);
    }
}
