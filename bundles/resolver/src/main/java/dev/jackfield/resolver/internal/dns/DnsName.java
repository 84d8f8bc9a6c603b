package dev.jackfield.resolver.internal.dns;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A domain name, always complete: labels of octets up to the root (RFC 1035 section 3.1). Names that differ only in the
 * case of ASCII letters are equal (RFC 4343). <i>Immutable.</i>
 */
public final class DnsName {
    /** Octets of a name on the wire, with the lengths of its labels and the root (RFC 1035 section 2.3.4). */
    public static final int LONGEST = 255;

    /** Octets of a label (RFC 1035 section 2.3.4). */
    public static final int LONGEST_LABEL = 63;

    /** The root: no labels. */
    public static final DnsName ROOT = new DnsName(new byte[1]);

    private final byte[] wire;
    private int hash;

    private DnsName(byte[] wire) {
        this.wire = wire;
    }

    /** A name whose form on the wire has been checked. */
    static DnsName checked(byte[] wire) {
        return wire.length == 1 ? ROOT : new DnsName(wire);
    }

    /**
     * Reads a name.
     *
     * @param text labels with dots between, and perhaps one behind the last; the empty text is the root. Characters up
     *     to U+00FF are octets; {@code \DDD} is an octet in decimal, and a backslash before anything else takes away its
     *     meaning (RFC 4343 section 2.1)
     * @return the name
     * @throws IllegalArgumentException if a label is empty or too long, the name is too long, or a character cannot be
     *     an octet
     */
    public static DnsName of(String text) {
        return text.isEmpty() ? ROOT : checked(new NameText(text).wire());
    }

    /**
     * This name, with another behind it.
     *
     * @param suffix what comes behind
     * @return both
     * @throws IllegalArgumentException if they are too long together
     */
    public DnsName under(DnsName suffix) {
        int length = wire.length - 1 + suffix.wire.length;
        if (length > LONGEST) {
            throw new IllegalArgumentException("Expected a name of at most " + LONGEST + " octets, got " + length
                    + " with " + suffix + " behind " + this);
        }
        byte[] both = Arrays.copyOf(wire, length);
        System.arraycopy(suffix.wire, 0, both, wire.length - 1, suffix.wire.length);
        return checked(both);
    }

    /**
     * Whether this name is another one, or below it.
     *
     * @param ancestor a name nearer to the root
     * @return true as well if both are equal
     */
    public boolean isWithin(DnsName ancestor) {
        int at = 0;
        while (wire.length - at > ancestor.wire.length) {
            at += 1 + wire[at];
        }
        return wire.length - at == ancestor.wire.length && sameFrom(at, ancestor.wire);
    }

    /**
     * The same name in small letters.
     *
     * @return an equal name
     */
    public DnsName lowerCase() {
        byte[] small = wire.clone();
        for (int i = 0; i < small.length; i++) {
            small[i] = lower(small[i]);
        }
        return checked(small);
    }

    /**
     * Whether no label holds a dot or a NUL. Such labels are legal, but whoever forgets to escape them takes them for
     * another name.
     *
     * @return true for what can be the name of a host
     */
    public boolean isPlain() {
        for (int label = 0; wire[label] != 0; label += 1 + wire[label]) {
            for (int i = label + 1; i <= label + wire[label]; i++) {
                if (wire[i] == '.' || wire[i] == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * How many labels it has.
     *
     * @return 0 for the root, at most 127
     */
    public int labels() {
        int count = 0;
        for (int at = 0; wire[at] != 0; at += 1 + wire[at]) {
            count++;
        }
        return count;
    }

    /**
     * How long it is on the wire.
     *
     * @return octets, 1 to {@value #LONGEST}
     */
    public int length() {
        return wire.length;
    }

    /**
     * Puts it on the wire, without compression.
     *
     * @param out with room for {@link #length()} octets
     */
    public void writeTo(ByteBuffer out) {
        out.put(wire);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DnsName name && wire.length == name.wire.length && sameFrom(0, name.wire);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            int sum = 1;
            for (byte octet : wire) {
                sum = 31 * sum + lower(octet);
            }
            hash = sum;
        }
        return hash;
    }

    /**
     * The name as text, without a dot behind.
     *
     * @return what {@link #of} reads, but {@code .} for the root
     */
    @Override
    public String toString() {
        return wire.length == 1 ? "." : NameText.of(wire);
    }

    /** Lengths of labels are at most {@value #LONGEST_LABEL} and so never letters: all octets can be compared alike. */
    private boolean sameFrom(int from, byte[] other) {
        for (int i = 0; i < other.length; i++) {
            if (wire[from + i] != other[i] && lower(wire[from + i]) != lower(other[i])) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 'a' - 'A') : octet;
    }
}
