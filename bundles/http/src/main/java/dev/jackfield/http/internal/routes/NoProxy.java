package dev.jackfield.http.internal.routes;

import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.RouteSyntaxException;
import dev.jackfield.http.OriginPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list of whom to go to without a proxy, as {@code no_proxy} has it. */
final class NoProxy {
    private NoProxy() {}

    /** The patterns for all of them. */
    static List<OriginPattern> patterns(String list) {
        List<OriginPattern> patterns = new ArrayList<>();
        int at = 0;
        while (at < list.length()) {
            int begin = at;
            while (at < list.length() && !separates(list.charAt(at))) {
                at++;
            }
            if (at > begin) {
                // With blanks in place of what is before it, the columns are those of the list.
                String entry = " ".repeat(begin) + list.substring(begin, at);
                forms(entry, begin).map(OriginPattern::parse).forEach(patterns::add);
            }
            at++;
        }
        return patterns;
    }

    /** A name stands for what is below it, too; an IPv6 address need not have brackets. */
    private static Stream<String> forms(String entry, int begin) {
        String text = entry.substring(begin);
        if (text.contains("://")) {
            throw new RouteSyntaxException(begin + 1, "Expected a host, got a URL");
        }
        String name = text.startsWith(".") ? text.substring(1) : text;
        int slash = name.indexOf('/');
        String address = slash < 0 ? name : name.substring(0, slash);
        boolean v6 = address.indexOf(':') != address.lastIndexOf(':') && !address.startsWith("[");
        if (v6) {
            return Stream.of(" ".repeat(begin) + "[" + address + "]" + name.substring(address.length()));
        }
        int colon = address.indexOf(':');
        String host = colon < 0 || address.startsWith("[") ? address : address.substring(0, colon);
        boolean named = !host.startsWith("[")
                && !host.startsWith("*")
                && IpAddress.parse(host).isEmpty();
        String exactly = " ".repeat(begin) + name;
        return named && slash < 0 ? Stream.of(exactly, " ".repeat(begin) + "*." + name) : Stream.of(exactly);
    }

    private static boolean separates(char c) {
        return c == ',' || c <= ' ';
    }
}
