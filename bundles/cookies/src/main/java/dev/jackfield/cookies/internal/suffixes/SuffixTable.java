package dev.jackfield.cookies.internal.suffixes;

import dev.jackfield.cookies.PublicSuffixes.Section;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules, sorted, in one array of octets: some ten thousand strings would take ten times the room. */
public final class SuffixTable {
    /** Of no rules, and without the rule that the last label is public. */
    public static final SuffixTable EMPTY = new Builder().build();

    /** What a rule says about its name. */
    enum Kind {
        /** It is a suffix. */
        EXACT,
        /** Whatever is directly below is one. */
        WILDCARD,
        /** It is none, though directly below such a name. */
        EXCEPTION;

        int flag(Section section) {
            return 1 << ordinal() * 2 + section.ordinal();
        }

        boolean isIn(int flags) {
            return (flags >> ordinal() * 2 & 3) != 0;
        }
    }

    private final byte[] names;
    private final int[] begins;
    private final byte[] flags;
    private final int rules;

    private SuffixTable(byte[] names, int[] begins, byte[] flags, int rules) {
        this.names = names;
        this.begins = begins;
        this.flags = flags;
        this.rules = rules;
    }

    public int rules() {
        return rules;
    }

    /** Where the public suffix of the host begins; less than 0 if it has none. */
    public int suffixAt(String host) {
        if (rules == 0 || isAddress(host)) {
            return -1;
        }
        Match match = match(host);
        return match.at < 0 ? host.lastIndexOf('.') + 1 : match.at;
    }

    public Optional<Section> section(String host) {
        Match match = isAddress(host) ? Match.NONE : match(host);
        if (match.at < 0) {
            return Optional.empty();
        }
        return Optional.of((match.flags & match.kind.flag(Section.ICANN)) != 0 ? Section.ICANN : Section.PRIVATE);
    }

    /** A name of a host does not end in a label of digits only (RFC 3696 section 2), and has no colons. */
    private static boolean isAddress(String host) {
        for (int i = host.lastIndexOf('.') + 1; i < host.length(); i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return host.indexOf(':') >= 0;
            }
        }
        return true;
    }

    /** The rule that prevails: an exception before all others, else that with the most labels. */
    private Match match(String host) {
        Match longest = Match.NONE;
        int before = -1;
        for (int at = 0; at <= host.length(); at = next(host, at)) {
            int found = find(host, at);
            if (Kind.EXCEPTION.isIn(found)) {
                return new Match(next(host, at), Kind.EXCEPTION, found);
            }
            if (longest == Match.NONE && before >= 0 && Kind.WILDCARD.isIn(found)) {
                longest = new Match(before, Kind.WILDCARD, found);
            }
            if (longest == Match.NONE && Kind.EXACT.isIn(found)) {
                longest = new Match(at, Kind.EXACT, found);
            }
            before = at;
        }
        return longest;
    }

    private static int next(String host, int at) {
        int dot = host.indexOf('.', at);
        return dot < 0 ? host.length() + 1 : dot + 1;
    }

    /** What the rules say about the rest of the host; 0 for nothing. */
    private int find(String host, int at) {
        int low = 0;
        int high = flags.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(host, at, middle);
            if (order == 0) {
                return flags[middle];
            }
            if (order < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return 0;
    }

    private int compare(String host, int at, int index) {
        int begin = begins[index];
        int length = begins[index + 1] - begin;
        int rest = host.length() - at;
        for (int i = 0; i < Math.min(length, rest); i++) {
            int order = host.charAt(at + i) - names[begin + i];
            if (order != 0) {
                return order;
            }
        }
        return rest - length;
    }

    /**
     * A rule that holds for a host.
     *
     * @param at where the suffix begins; less than 0 for none
     */
    private record Match(int at, Kind kind, int flags) {
        static final Match NONE = new Match(-1, Kind.EXACT, 0);
    }

    /** Takes rules in any order. */
    static final class Builder {
        private final Map<String, Integer> all = new TreeMap<>();
        private int rules;

        void add(String name, Kind kind, Section section) {
            all.merge(name, kind.flag(section), (some, more) -> some | more);
            rules++;
        }

        SuffixTable build() {
            StringBuilder names = new StringBuilder();
            int[] begins = new int[all.size() + 1];
            byte[] flags = new byte[all.size()];
            int index = 0;
            for (Map.Entry<String, Integer> rule : all.entrySet()) {
                names.append(rule.getKey());
                flags[index++] = rule.getValue().byteValue();
                begins[index] = names.length();
            }
            return new SuffixTable(names.toString().getBytes(StandardCharsets.US_ASCII), begins, flags, rules);
        }
    }
}
