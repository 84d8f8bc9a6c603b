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
     * Reads an address that may have a zone. Accepts what {@link Ipv4#parse} and {@link Ipv6#parseScoped} accept; an
     * IPv4 address mapped into IPv6 becomes an {@link Ipv4}.
     *
     * @param text for example {@code 127.0.0.1}, {@code ::1} or {@code fe80::1%eth0}; no brackets, no blanks
     * @return the address, or empty if the text is not one, or has a zone where its scope needs none
     */
    static Optional<IpAddress> parseScoped(String text) {
        return Optional.ofNullable(Literals.scoped(text));
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
     * An address from the JDK's form. A zone is kept as a number, where the scope of the address needs one.
     *
     * @param address already resolved, as every {@link InetAddress} is
     * @return the same address
     */
    static IpAddress of(InetAddress address) {
        return Octets.toAddress(address);
    }

    /**
     * The octets in network order.
     *
     * @return a new array: 4 octets for IPv4, 16 for IPv6
     */
    byte[] octets();

    /**
     * The name in the DNS under which the name of this address is found (RFC 1035 section 3.5, RFC 3596 section 2.5). A
     * mapped IPv4 address counts as IPv4; a zone is left away.
     *
     * @return below {@code in-addr.arpa.} or {@code ip6.arpa.}, with the final dot
     */
    String reverseName();

    /**
     * The JDK's form of this address. Never looks anything up, not even the interface that a zone names.
     *
     * @return the same address
     */
    InetAddress toInetAddress();
}
