package dev.jackfield.cookies.internal.suffixes;

import dev.jackfield.cookies.PublicSuffixes.Section;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rules in one array of octets with open hashing: some ten thousand strings would take ten times the room, and a loop may
 * have to wait while it is made.
 */
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
    /** Numbers of names, from 1, each at its hash or behind it; at least half of them are free. */
    private final int[] slots;

    private final int rules;

    private SuffixTable(byte[] names, int[] begins, byte[] flags, int[] slots, int rules) {
        this.names = names;
        this.begins = begins;
        this.flags = flags;
        this.slots = slots;
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
        int slot = hash(host, at, host.length()) & slots.length - 1;
        for (; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int index = slots[slot] - 1;
            if (isName(names, begins[index], begins[index + 1], host, at, host.length())) {
                return flags[index];
            }
        }
        return 0;
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash ^ hash >>> 15;
    }

    private static boolean isName(byte[] names, int begin, int end, String text, int from, int to) {
        if (end - begin != to - from) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (names[begin + i] != text.charAt(from + i)) {
                return false;
            }
        }
        return true;
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
        private byte[] names = new byte[1 << 14];
        private int[] begins = new int[1 << 10];
        private byte[] flags = new byte[1 << 10];
        private int[] slots = new int[1 << 11];
        private int count;
        private int rules;

        /** The name from there to there, all of it ASCII. */
        void add(String text, int from, int to, Kind kind, Section section) {
            int slot = slot(text, from, to);
            if (slots[slot] == 0) {
                append(text, from, to);
                slots[slot] = count;
            }
            flags[slots[slot] - 1] |= (byte) kind.flag(section);
            rules++;
            if (count * 2 > slots.length) {
                spread();
            }
        }

        /** Where the name is, or would be. */
        private int slot(String text, int from, int to) {
            int slot = hash(text, from, to) & slots.length - 1;
            while (slots[slot] != 0 && !isName(names, begins[slots[slot] - 1], begins[slots[slot]], text, from, to)) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private void append(String text, int from, int to) {
            int end = begins[count];
            if (end + to - from > names.length) {
                names = Arrays.copyOf(names, Math.max(names.length * 2, end + to - from));
            }
            if (count + 1 == begins.length) {
                begins = Arrays.copyOf(begins, begins.length * 2);
                flags = Arrays.copyOf(flags, flags.length * 2);
            }
            for (int i = from; i < to; i++) {
                names[end++] = (byte) text.charAt(i);
            }
            begins[++count] = end;
        }

        private void spread() {
            int[] old = slots;
            slots = new int[old.length * 4];
            for (int number : old) {
                if (number != 0) {
                    String name = new String(
                            names,
                            begins[number - 1],
                            begins[number] - begins[number - 1],
                            StandardCharsets.ISO_8859_1);
                    slots[slot(name, 0, name.length())] = number;
                }
            }
        }

        SuffixTable build() {
            return new SuffixTable(
                    Arrays.copyOf(names, begins[count]),
                    Arrays.copyOf(begins, count + 1),
                    Arrays.copyOf(flags, count),
                    slots,
                    rules);
        }
    }
}
