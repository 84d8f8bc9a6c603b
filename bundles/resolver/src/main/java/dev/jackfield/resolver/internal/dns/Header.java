package dev.jackfield.resolver.internal.dns;

/**
 * The first twelve octets of a message (RFC 1035 section 4.1.1). <i>Immutable.</i>
 *
 * @param id 0 to 65535
 * @param flags all sixteen bits
 * @param questions how many
 * @param answers how many
 * @param authorities how many
 * @param additionals how many
 */
public record Header(int id, int flags, int questions, int answers, int authorities, int additionals) {
    /** Octets of a header. */
    public static final int LENGTH = 12;

    static final int RECURSION_DESIRED = 0x0100;

    /**
     * Whether this answers something.
     *
     * @return the bit QR
     */
    public boolean isResponse() {
        return has(0x8000);
    }

    /**
     * What is wanted.
     *
     * @return 0 for a query, at most 15
     */
    public int opcode() {
        return flags >>> 11 & 0xF;
    }

    /**
     * Whether the server is responsible for the name.
     *
     * @return the bit AA
     */
    public boolean isAuthoritative() {
        return has(0x0400);
    }

    /**
     * Whether something is missing that did not fit.
     *
     * @return the bit TC
     */
    public boolean isTruncated() {
        return has(0x0200);
    }

    /**
     * Whether the server was to ask others.
     *
     * @return the bit RD
     */
    public boolean isRecursionDesired() {
        return has(RECURSION_DESIRED);
    }

    /**
     * Whether the server asks others.
     *
     * @return the bit RA
     */
    public boolean isRecursionAvailable() {
        return has(0x0080);
    }

    /**
     * Whether the server has verified the data (RFC 4035 section 3.2.3).
     *
     * @return the bit AD
     */
    public boolean isAuthentic() {
        return has(0x0020);
    }

    /**
     * Whether data need not be verified (RFC 4035 section 3.2.2).
     *
     * @return the bit CD
     */
    public boolean isCheckingDisabled() {
        return has(0x0010);
    }

    /**
     * What became of it, as far as the header can tell.
     *
     * @return 0 to 15; {@link DnsMessage#rcode()} knows the rest
     */
    public int rcode() {
        return flags & 0xF;
    }

    private boolean has(int bit) {
        return (flags & bit) != 0;
    }
}
