package dev.jackfield.resolver.internal.stub;

import dev.jackfield.resolver.internal.dns.DnsName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which complete names a name may stand for, in the order in which to try them (resolv.conf(5)). */
final class SearchList {
    private SearchList() {}

    /**
     * The names to try.
     *
     * @param name complete if it ends with a dot
     * @throws IllegalArgumentException if it cannot be a name
     */
    static List<DnsName> names(String name, StubConfig config) {
        if (endsWithDot(name)) {
            return List.of(absolute(name.substring(0, name.length() - 1)));
        }
        DnsName asItIs = absolute(name);
        Set<DnsName> names = new LinkedHashSet<>();
        boolean first = asItIs.labels() > config.ndots() || config.ndots() == 0;
        if (first) {
            names.add(asItIs);
        }
        for (String suffix : config.search()) {
            DnsName behind = DnsName.of(suffix);
            if (behind != DnsName.ROOT && asItIs.length() + behind.length() - 1 <= DnsName.LONGEST) {
                names.add(asItIs.under(behind));
            }
        }
        if (!first) {
            names.add(asItIs);
        }
        return new ArrayList<>(names);
    }

    /**
     * The one complete name that a text stands for.
     *
     * @throws IllegalArgumentException if it cannot be a name
     */
    static DnsName absolute(String text) {
        return plain(DnsName.of(text));
    }

    /**
     * A name that can be that of a host.
     *
     * @throws IllegalArgumentException if it cannot
     */
    static DnsName plain(DnsName name) {
        if (!name.isPlain()) {
            throw new IllegalArgumentException(
                    "Expected a domain name without dots and NULs in its labels, got " + name);
        }
        return name;
    }

    /** A dot behind a backslash belongs to the label. */
    private static boolean endsWithDot(String name) {
        int last = name.length() - 1;
        int backslash = last;
        while (backslash > 0 && name.charAt(backslash - 1) == '\\') {
            backslash--;
        }
        return last >= 0 && name.charAt(last) == '.' && (last - backslash) % 2 == 0;
    }
}
