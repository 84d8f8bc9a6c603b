package dev.jackfield.resolver;

import java.util.Locale;

/** What runs over the address that is wanted; it is part of the name of SRV records. <i>Immutable.</i> */
public enum Transport {
    /** Streams. */
    TCP,
    /** Datagrams. */
    UDP,
    /** Messages in streams. */
    SCTP;

    /**
     * The protocol's name.
     *
     * @return in small letters
     */
    public String protocol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
