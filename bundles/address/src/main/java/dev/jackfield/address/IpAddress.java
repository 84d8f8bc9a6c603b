package dev.jackfield.address;

import dev.jackfield.address.internal.Literals;
import dev.jackfield.address.internal.Octets;
import dev.jackfield.address.internal.Quoted;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The address of a host in the internet, without a port. <i>Immutable.</i>
 *
 * <p>{@link #toString()} is the usual text: a dotted quad, or the form of RFC 5952.
 */
public sealed interface IpAddress extends Address permits Ipv4, Ipv6 {

    /**
     * Reads an address. Accepts what {@link Ipv4#parse} and {@link Ipv6#parse} accept; an IPv4 address mapped into
     * IPv6 becomes an {@link Ipv4}.
     *
     * @param text for example {@code 127.0.0.1}, {@code 127.1} or {@code ::1}; no brackets, no zone, no blanks
     * @return the address, or empty if the text is not one
     */
    static Optional<IpAddress> parse(String text) {
        return Optional.ofNullable(Literals.address(text));
    }

    /**
     * Reads an address that has to be one.
     *
     * @param text as in {@link #parse}
     * @return the address
     * @throws IllegalArgumentException if the text is not an address
     */
    static IpAddress of(String text) {
        IpAddress address = Literals.address(text);
        if (address == null) {
            throw new IllegalArgumentException(
                    "Expected an IPv4 or IPv6 address such as 192.0.2.1 or 2001:db8::1, got " + Quoted.of(text));
        }
        return address;
    }

    /**
     * An address from its octets. An IPv4 address mapped into IPv6 becomes an {@link Ipv4}.
     *
     * @param octets in network order: 4 for IPv4, 16 for IPv6
     * @return the address
     * @throws IllegalArgumentException if their number is another
     */
    static IpAddress of(byte[] octets) {
        return Octets.toAddress(octets);
    }

    /**
     * An address from the JDK's form. The zone of a scoped IPv6 address is not kept.
     *
     * @param address already resolved, as every {@link InetAddress} is
     * @return the same address
     */
    static IpAddress of(InetAddress address) {
        return Octets.toAddress(address.getAddress());
    }

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
