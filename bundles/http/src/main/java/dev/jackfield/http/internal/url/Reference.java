package dev.jackfield.http.internal.url;

import java.util.Locale;

/**
 * A reference to a URL (RFC 3986 section 4.1), taken apart.
 *
 * @param text all of it
 * @param scheme where its colon is; 0 if there is none
 */
record Reference(String text, int scheme) {

    static Reference of(String text) {
        return new Reference(text, scheme(text));
    }

    /** Where it leads to (RFC 3986 section 5.2.2, strict). */
    Url from(Url base) {
        if (text.startsWith(" ")) {
            throw Refusal.of("a reference without blanks around it", text);
        }
        if (scheme == 0 && !text.startsWith("//")) {
            return within(base);
        }
        String named = scheme == 0 ? "" : text.substring(0, scheme).toLowerCase(Locale.ROOT);
        if (scheme > 0 && !named.equals("http") && !named.equals("https")) {
            throw new UnsupportedScheme(named);
        }
        Url url = Url.parse(scheme == 0 ? base.origin().scheme() + ":" + text : text);
        return url.at(normal(url.target()), url.fragment().isEmpty() ? base.fragment() : url.fragment());
    }

    private Url within(Url base) {
        int hash = text.indexOf('#');
        int end = hash < 0 ? text.length() : hash;
        String fragment = hash < 0 ? base.fragment() : "#" + Escapes.encode(text, hash + 1, text.length(), false);
        String rest = Escapes.encode(text, 0, end, true);
        if (rest.isEmpty()) {
            return base.at(base.target(), fragment);
        }
        if (rest.startsWith("?")) {
            return base.at(base.path() + rest, fragment);
        }
        String path = base.path();
        String whole = rest.startsWith("/") ? rest : path.substring(0, path.lastIndexOf('/') + 1) + rest;
        return base.at(normal(whole), fragment);
    }

    private static String normal(String target) {
        int query = target.indexOf('?');
        return query < 0
                ? DotSegments.removed(target)
                : DotSegments.removed(target.substring(0, query)) + target.substring(query);
    }

    private static int scheme(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean later = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !later)) {
                return 0;
            }
        }
        return 0;
    }
}
