package dev.jackfield.connector.socks.internal;

import dev.jackfield.connector.Link;

/** Links of routes have options, SOCKS has none. */
public final class Options {
    private Options() {}

    /** Complains about an option. */
    public static void refuse(Link link) {
        if (!link.option().isEmpty()) {
            throw new IllegalArgumentException("Expected the address of a proxy in brackets, as in " + link.name()
                    + "(127.0.0.1:1080), got " + link);
        }
    }
}
