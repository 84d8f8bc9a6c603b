package dev.jackfield.resolver.internal.dns;

/** What became of a question (RFC 1035 section 4.1.1, RFC 6895 section 2.3). */
public final class Rcode {
    /** All went well. */
    public static final int NOERROR = 0;

    /** The server does not understand the question. */
    public static final int FORMERR = 1;

    /** The server is in trouble. */
    public static final int SERVFAIL = 2;

    /** There is no such name. */
    public static final int NXDOMAIN = 3;

    /** The server cannot do that. */
    public static final int NOTIMP = 4;

    /** The server does not want to. */
    public static final int REFUSED = 5;

    /** The server does not speak this version of EDNS (RFC 6891 section 9). */
    public static final int BADVERS = 16;

    private Rcode() {}

    /**
     * The name of a code.
     *
     * @param rcode 0 to 4095
     * @return for people
     */
    public static String name(int rcode) {
        return switch (rcode) {
            case NOERROR -> "NOERROR";
            case FORMERR -> "FORMERR";
            case SERVFAIL -> "SERVFAIL";
            case NXDOMAIN -> "NXDOMAIN";
            case NOTIMP -> "NOTIMP";
            case REFUSED -> "REFUSED";
            case BADVERS -> "BADVERS";
            default -> "RCODE" + rcode;
        };
    }
}
