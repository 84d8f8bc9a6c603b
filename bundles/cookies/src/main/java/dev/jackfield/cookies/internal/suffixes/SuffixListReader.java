package dev.jackfield.cookies.internal.suffixes;

import dev.jackfield.address.HostName;
import dev.jackfield.cookies.PublicSuffixes.Section;

/** Reads the form of {@code public_suffix_list.dat}. */
public final class SuffixListReader {
    private static final String COMMENT = "//";
    private static final String VERSION = "// VERSION: ";
    private static final String PRIVATE_BEGINS = "// ===BEGIN PRIVATE DOMAINS===";
    private static final String PRIVATE_ENDS = "// ===END PRIVATE DOMAINS===";

    private final SuffixTable.Builder table = new SuffixTable.Builder();
    private final String text;
    private final boolean plain;
    private String version = "";
    private Section section = Section.ICANN;

    private SuffixListReader(String text, boolean plain) {
        this.text = text;
        this.plain = plain;
    }

    public static SuffixList read(String text) {
        return new SuffixListReader(text, false).list();
    }

    /** Without rules beyond ASCII. */
    static SuffixList readPlain(String text) {
        return new SuffixListReader(text, true).list();
    }

    private SuffixList list() {
        int number = 0;
        for (int begin = 0; begin < text.length(); ) {
            int feed = text.indexOf('\n', begin);
            int end = feed < 0 ? text.length() : feed;
            number++;
            if (text.startsWith(COMMENT, begin)) {
                comment(begin, end);
            } else {
                rule(number, begin, upToBlank(begin, end));
            }
            begin = end + 1;
        }
        SuffixTable read = table.build();
        if (read.rules() == 0) {
            throw new IllegalArgumentException(
                    "Expected a list of public suffixes, got no rule in " + number + " lines");
        }
        return new SuffixList(read, version);
    }

    private void comment(int begin, int end) {
        if (text.startsWith(VERSION, begin)) {
            version = text.substring(begin + VERSION.length(), end).strip();
        } else if (text.startsWith(PRIVATE_BEGINS, begin)) {
            section = Section.PRIVATE;
        } else if (text.startsWith(PRIVATE_ENDS, begin)) {
            section = Section.ICANN;
        }
    }

    private int upToBlank(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) <= ' ') {
                return i;
            }
        }
        return end;
    }

    private void rule(int number, int begin, int end) {
        // A star alone holds anyway.
        if (begin == end || end - begin == 1 && text.charAt(begin) == '*') {
            return;
        }
        if (text.startsWith("*.", begin)) {
            name(number, begin + 2, end, SuffixTable.Kind.WILDCARD);
        } else if (text.charAt(begin) == '!') {
            name(number, begin + 1, end, SuffixTable.Kind.EXCEPTION);
        } else {
            name(number, begin, end, SuffixTable.Kind.EXACT);
        }
    }

    private void name(int number, int begin, int end, SuffixTable.Kind kind) {
        if (isPlain(begin, end)) {
            table.add(text, begin, end, kind, section);
        } else if (!plain || isAscii(begin, end)) {
            odd(number, begin, end, kind);
        }
    }

    private boolean isAscii(int begin, int end) {
        return text.substring(begin, end).chars().allMatch(c -> c < 0x80);
    }

    private void odd(int number, int begin, int end, SuffixTable.Kind kind) {
        try {
            String ascii = HostName.of(text.substring(begin, end)).text();
            if (!ascii.endsWith(".")) {
                table.add(ascii, 0, ascii.length(), kind, section);
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Line " + number + ": expected the rule of a public suffix: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "Line " + number + ": expected the rule of a public suffix, got one with a dot at its end");
    }

    /** So are nearly all, and need not be looked at more closely. */
    private boolean isPlain(int begin, int end) {
        char before = '.';
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            boolean good = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || (c == '-' || c == '.') && c != before;
            if (!good) {
                return false;
            }
            before = c;
        }
        return before != '.' && end - begin <= 63;
    }
}
