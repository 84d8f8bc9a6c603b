package dev.jackfield.http.internal.routes;

import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.RouteSyntaxException;
import dev.jackfield.http.OriginPattern;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list of whom to go to without a proxy, as {@code no_proxy} has it. */
public final class NoProxy {
    private static final Logger LOG = System.getLogger("dev.jackfield.http");

    /** What to do about an entry that is none, counted from 1. */
    private interface Complaints {
        void about(int entry, RouteSyntaxException mistake);
    }

    private NoProxy() {}

    /**
     * The patterns for all entries.
     *
     * @throws RouteSyntaxException if one of them is none; tells the column
     */
    public static List<OriginPattern> patterns(String list) {
        return patterns(list, (entry, mistake) -> {
            throw mistake;
        });
    }

    /**
     * The patterns for the entries that are some. The others match nothing, for every program has its own idea of what
     * may be in such a list; they are logged.
     */
    static List<OriginPattern> patternsKnown(String variable, String list) {
        return patterns(
                list,
                (entry, mistake) -> LOG.log(
                        Level.WARNING, variable + ": Entry " + entry + " matches nothing: " + mistake.getMessage()));
    }

    private static List<OriginPattern> patterns(String list, Complaints complaints) {
        List<OriginPattern> patterns = new ArrayList<>();
        int entries = 0;
        int at = 0;
        while (at < list.length()) {
            int begin = at;
            while (at < list.length() && !separates(list.charAt(at))) {
                at++;
            }
            if (at > begin) {
                entries++;
                // With blanks in place of what is before it, the columns are those of the list.
                String entry = " ".repeat(begin) + list.substring(begin, at);
                try {
                    patterns.addAll(
                            forms(entry, begin).map(OriginPattern::parse).toList());
                } catch (RouteSyntaxException mistake) {
                    complaints.about(entries, mistake);
                }
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
