package dev.jackfield.address;

import dev.jackfield.address.internal.Literals;
import dev.jackfield.address.internal.Octets;
import dev.jackfield.address.internal.ReverseNames;
import dev.jackfield.address.internal.Zones;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * An IPv6 address, with or without a zone. <i>Immutable.</i>
 *
 * <p>Two are equal when address and zone are; that a name and a number may be one interface, only the system knows.
 *
 * @param high the first eight octets
 * @param low the last eight octets
 * @param zone which link, or other region, is meant (RFC 4007): the number of an interface, 0 to 2^31 - 1, or its name,
 *     up to {@value #MAX_ZONE} ASCII letters, digits, {@code -}, {@code .}, {@code _} and {@code ~}. Only where the scope
 *     of the address needs one: link-local ({@code fe80::/10}), and multicast of less than global scope (from {@code
 *     ff01::/16} and {@code ff02::/16} to {@code ff0d::/16}, whatever the flags). Empty if there is none
 */
public record Ipv6(long high, long low, String zone) implements IpAddress {
    /** How many characters a zone may have: as many as the name of an interface on any system (Solaris); Linux has 15. */
    public static final int MAX_ZONE = 32;

    private static final int GROUPS = 8;
    private static final long MAPPED = 0xFFFF_0000_0000L;

    /**
     * Checks the zone.
     *
     * @throws IllegalArgumentException if the zone has another form, or the scope of the address needs none
     */
    public Ipv6 {
        Objects.requireNonNull(zone, "zone");
        Zones.check(high, zone);
    }

    /**
     * An address without a zone.
     *
     * @param high the first eight octets
     * @param low the last eight octets
     */
    public Ipv6(long high, long low) {
        this(high, low, "");
    }

    /**
     * Reads an IPv6 address in the text form of RFC 4291: groups of one to four hexadecimal digits, at most one {@code
     * ::} for one or more groups of zero, and, if wanted, an IPv4 address with dots, in any form that {@link
     * Ipv4#parse} takes, in place of the last two groups. Text without any colon is read as an IPv4 address and mapped.
     * No brackets, no zone.
     *
     * @param text for example {@code 2001:db8::1} or {@code ::ffff:192.0.2.1}
     * @return the address, or empty if the text is not one
     */
    public static Optional<Ipv6> parse(String text) {
        return Optional.ofNullable(Literals.ipv6(text));
    }

    /**
     * Reads an IPv6 address that may have a zone (RFC 4007 section 11.2): as {@link #parse}, then perhaps {@code %} and
     * the zone. The form for URLs, {@code %25} and the zone, is for brackets only ({@link HostPort#parse(String)}), so a
     * zone that begins with 25 is a number here or nothing.
     *
     * @param text for example {@code fe80::1%eth0} or {@code fe80::1%2}
     * @return the address, or empty if the text is not one, or has a zone where its scope needs none
     */
    public static Optional<Ipv6> parseScoped(String text) {
        return text.indexOf('%') < 0 ? parse(text) : Optional.ofNullable((Ipv6) Literals.scoped(text));
    }

    /**
     * An IPv4 address mapped into IPv6 (RFC 4291 section 2.5.5.2).
     *
     * @param address to be mapped
     * @return {@code ::ffff:0:0/96} with that address
     */
    public static Ipv6 mapped(Ipv4 address) {
        return new Ipv6(0, MAPPED | (address.bits() & 0xFFFF_FFFFL));
    }

    private boolean isMapped() {
        return high == 0 && (low & ~0xFFFF_FFFFL) == MAPPED;
    }

    /**
     * The IPv4 address that is mapped here, if there is one.
     *
     * @return that address, otherwise this one
     */
    public IpAddress unmapped() {
        return isMapped() ? new Ipv4((int) low) : this;
    }

    @Override
    public ProtocolFamily family() {
        return StandardProtocolFamily.INET6;
    }

    @Override
    public byte[] octets() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    @Override
    public String reverseName() {
        return isMapped() ? unmapped().reverseName() : ReverseNames.of(this);
    }

    /**
     * The JDK's form of this address. A zone that is a number goes with it; one that is a name is left away, because
     * only the system could tell its number. A mapped address comes out as IPv4.
     */
    @Override
    public InetAddress toInetAddress() {
        int number = Zones.number(zone);
        return number < 0 ? Octets.toInetAddress(octets()) : Octets.toInetAddress(octets(), number);
    }

    /**
     * The address as text.
     *
     * @return the form of RFC 5952, for example {@code 2001:db8::1}; a mapped IPv4 address as {@code ::ffff:192.0.2.1};
     *     with a zone, {@code fe80::1%eth0}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(39);
        if (isMapped()) {
            new Ipv4((int) low).appendTo(text.append("::ffff:"));
            return text.toString();
        }
        int gap = gap();
        int afterGap = gap + zerosAt(gap);
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i = afterGap - 1;
                continue;
            }
            if (i > 0 && i != afterGap) {
                text.append(':');
            }
            appendHex(text, group(i));
        }
        return zone.isEmpty() ? text.toString() : text.append('%').append(zone).toString();
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> 48 - 16 * (index & 3)) & 0xFFFF;
    }

    /** Where the first of the longest runs of two or more zero groups begins; {@value #GROUPS} if there is none. */
    private int gap() {
        int best = GROUPS;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosAt(i);
            if (zeros > longest) {
                longest = zeros;
                best = i;
            }
            i += zeros;
        }
        return best;
    }

    private int zerosAt(int index) {
        int end = index;
        while (end < GROUPS && group(end) == 0) {
            end++;
        }
        return end - index;
    }

    private static void appendHex(StringBuilder text, int group) {
        HexFormat hex = HexFormat.of();
        int shift = group == 0 ? 0 : (31 - Integer.numberOfLeadingZeros(group)) & ~3;
        for (; shift >= 0; shift -= 4) {
            text.append(hex.toLowHexDigit(group >>> shift));
        }
    }
}
