package dev.jackfield.anyevent.internal.http;

import java.net.URI;
import java.net.URISyntaxException;

/** The seed tells Location in its absolute form, whatever the status. */
final class Locations {
    private Locations() {}

    /** Where a reference leads to from a URL; as it came, if it is none. */
    static String absolute(String url, String reference) {
        if (reference.startsWith("//")) {
            return url.substring(0, url.indexOf(':') + 1) + reference;
        }
        try {
            URI base = new URI(url);
            URI target = new URI(reference);
            // The JDK resolves these two by RFC 2396, where they lead elsewhere.
            if (reference.isEmpty() || reference.startsWith("#")) {
                return withoutFragment(url) + reference;
            }
            if (reference.startsWith("?")) {
                String whole = withoutFragment(url);
                int query = whole.indexOf('?');
                return (query < 0 ? whole : whole.substring(0, query)) + reference;
            }
            return base.resolve(target).toString();
        } catch (URISyntaxException none) {
            return reference;
        }
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
