package dev.jackfield.resolver.internal.dns;

/** Types of resource records that this resolver can read. <i>Immutable.</i> */
public enum RecordType {
    /** An IPv4 address (RFC 1035 section 3.4.1). */
    A(1),
    /** A name server (RFC 1035 section 3.3.11). */
    NS(2),
    /** An alias (RFC 1035 section 3.3.1). */
    CNAME(5),
    /** The start of a zone (RFC 1035 section 3.3.13). */
    SOA(6),
    /** Well-known services (RFC 1035 section 3.4.2). */
    WKS(11),
    /** A pointer (RFC 1035 section 3.3.12). */
    PTR(12),
    /** A kind of host (RFC 1035 section 3.3.2). */
    HINFO(13),
    /** A mail exchange (RFC 1035 section 3.3.9). */
    MX(15),
    /** Texts (RFC 1035 section 3.3.14). */
    TXT(16),
    /** An IPv6 address (RFC 3596). */
    AAAA(28),
    /** Where a service is (RFC 2782). */
    SRV(33),
    /** A rule of rewriting (RFC 3403 section 4). */
    NAPTR(35),
    /** Aliases of a whole tree (RFC 6672). */
    DNAME(39),
    /** Not a record, but the mark of EDNS (RFC 6891). */
    OPT(41),
    /** Who may send mail, in the form of texts (RFC 4408 section 3.1.1). */
    SPF(99),
    /** All types, in questions alone (RFC 1035 section 3.2.3). */
    ANY(255),
    /** Who may certify (RFC 8659). */
    CAA(257);

    private static final RecordType[] BY_CODE = new RecordType[CAA.code + 1];

    static {
        for (RecordType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    /**
     * The number on the wire.
     *
     * @return 1 to 65535
     */
    public int code() {
        return code;
    }

    /** The type of a number, or null if it is none of these. */
    static RecordType known(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
