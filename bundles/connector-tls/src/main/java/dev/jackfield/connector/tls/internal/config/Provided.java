package dev.jackfield.connector.tls.internal.config;

import dev.jackfield.connector.tls.internal.Jsse;
import java.util.List;

/** Providers, and what they know, that are there when the configuration comes: later it would be each connection that fails. */
final class Provided {
    private Provided() {}

    /** Empty for the platform's first. */
    static String provider(String name) {
        List<String> installed = Jsse.providers();
        if (!name.isEmpty() && !installed.contains(name)) {
            throw new IllegalArgumentException("provider: expected one that is installed and can do TLS, of "
                    + installed + ", got \"" + name + "\"");
        }
        return name;
    }

    /** All of them have to be known, as a misspelt one would be left out in silence. */
    static List<String> ciphers(List<String> names, String provider) {
        if (names.isEmpty()) {
            return names;
        }
        List<String> known = Jsse.ciphers(provider);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("ciphers: expected suites that the provider knows, which are "
                        + known + ", got \"" + name + "\"");
            }
        }
        return names;
    }
}
