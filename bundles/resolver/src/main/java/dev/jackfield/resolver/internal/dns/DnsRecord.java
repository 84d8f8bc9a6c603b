package dev.jackfield.resolver.internal.dns;

import java.util.Objects;

/**
 * A resource record (RFC 1035 section 3.2.1). <i>Immutable.</i>
 *
 * @param owner whose record it is
 * @param type its number, of a {@link RecordType} or another
 * @param dnsClass 1 for the internet; of an OPT record how many octets of datagrams its sender takes (RFC 6891 section
 *     6.1.2)
 * @param ttl for how many seconds it holds, 0 to 2<sup>31</sup>-1; of an OPT record the flags, as they are on the wire
 * @param data what it says
 */
public record DnsRecord(DnsName owner, int type, int dnsClass, long ttl, RecordData data) {
    /** The internet. */
    public static final int INTERNET = 1;

    /** Checks for nulls. */
    public DnsRecord {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(data, "data");
    }

    /**
     * Whether it is of a type.
     *
     * @param wanted a type
     * @return false for {@link RecordType#ANY}, which no record is of
     */
    public boolean is(RecordType wanted) {
        return type == wanted.code();
    }
}
