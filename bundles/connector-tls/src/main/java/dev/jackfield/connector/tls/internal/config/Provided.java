package dev.jackfield.connector.tls.internal.config;

import dev.jackfield.connector.tls.internal.Jsse;
import java.util.List;

/** Suites that a provider knows when the configuration comes: later it would be each connection that fails. */
final class Provided {
    private Provided() {}

    /** All of them have to be known, as a misspelt one would be left out in silence. */
    static List<String> ciphers(List<String> names, String provider) {
        if (names.isEmpty()) {
            return names;
        }
        List<String> known = Jsse.ciphers(provider);
        for (String name : names) {
            if (!known.contains(name)) {
                throw Jsse.unknown(known, "\"" + name + "\"");
            }
        }
        return names;
    }
}
