package dev.jackfield.http.internal.url;

import dev.jackfield.address.HostName;
import dev.jackfield.address.Ipv6;
import java.util.Locale;

/** The host of a URL in the one form in which it is compared, connected to and sent. */
final class UrlHost {
    private UrlHost() {}

    /** Where the host ends that begins here. */
    static int end(String text, int begin, int end) {
        boolean bracketed = begin < end && text.charAt(begin) == '[';
        int found = text.indexOf(bracketed ? ']' : ':', begin);
        if (found >= 0 && found < end) {
            return bracketed ? found + 1 : found;
        }
        if (bracketed) {
            throw notIpv6(text);
        }
        return end;
    }

    /** What stands in a part of a text: a name, maybe in Unicode or percent-encoded, or an address in any form. */
    static String of(String text, int begin, int end) {
        if (begin == end) {
            throw Refusal.of("a host", text);
        }
        if (text.charAt(begin) == '[') {
            return ipv6(text, begin + 1, end - 1);
        }
        String host = AsciiNames.isUsual(text, begin, end)
                ? text.substring(begin, end)
                : name(text, begin, text.substring(begin, end));
        return Ipv4Forms.mayBe(host) ? Ipv4Forms.quad(host, text) : host;
    }

    private static String name(String text, int begin, String raw) {
        String name = raw.indexOf('%') < 0 ? raw : Escapes.decoded(raw, text);
        if (name.chars().anyMatch(c -> c > 0x7F)) {
            return beyondAscii(text, begin, name);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!AsciiNames.isName(lower)) {
            throw Refusal.of(
                    "a host of ASCII letters, digits and marks, with 1 to 63 characters between dots and at most 253",
                    text);
        }
        return lower;
    }

    private static String beyondAscii(String text, int begin, String name) {
        try {
            return HostName.of(name).text();
        } catch (IllegalArgumentException e) {
            // What says more shows more: of a text like this it may be a password.
            throw text.indexOf('@', begin) < 0 ? e : Refusal.of("a host name", text);
        }
    }

    private static String ipv6(String text, int begin, int end) {
        String inner = text.substring(begin, end);
        // Elsewhere the last 32 bits may be in any form of IPv4; here only RFC 3986 section 3.2.2 holds.
        String tail = inner.substring(inner.lastIndexOf(':') + 1);
        if (inner.indexOf(':') < 0 || tail.indexOf('.') >= 0 && !Ipv4Forms.isQuad(tail)) {
            throw notIpv6(text);
        }
        return Ipv6.parse(inner).orElseThrow(() -> notIpv6(text)).toString();
    }

    private static IllegalArgumentException notIpv6(String text) {
        return Refusal.of("an IPv6 address in brackets, without a zone", text);
    }
}
