package dev.jackfield.resolver.internal.dns;

/** Octets that are no DNS message. The message says where, what was expected and what was got. <i>Immutable.</i> */
public final class MalformedMessage extends Exception {
    private static final long serialVersionUID = 1L;

    /** The octet at which it shows, from 0. */
    private final int offset;

    MalformedMessage(int offset, String expected, Object got) {
        super("Expected " + expected + " at octet " + offset + " of a DNS message, got " + got, null, false, false);
        this.offset = offset;
    }

    /**
     * Where it shows.
     *
     * @return the octet, from 0
     */
    public int offset() {
        return offset;
    }
}
