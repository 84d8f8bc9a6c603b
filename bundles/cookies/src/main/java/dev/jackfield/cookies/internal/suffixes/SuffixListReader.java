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
    private String version = "";
    private Section section = Section.ICANN;

    private SuffixListReader() {}

    public static SuffixList read(String text) {
        SuffixListReader reader = new SuffixListReader();
        int number = 0;
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            number++;
            reader.line(number, text.substring(begin, end).strip());
            begin = end + 1;
        }
        SuffixTable table = reader.table.build();
        if (table.rules() == 0) {
            throw new IllegalArgumentException(
                    "Expected a list of public suffixes, got no rule in " + number + " lines");
        }
        return new SuffixList(table, reader.version);
    }

    private void line(int number, String line) {
        if (line.startsWith(COMMENT)) {
            comment(line);
        } else if (!line.isEmpty()) {
            rule(number, upToBlank(line));
        }
    }

    private void comment(String line) {
        if (line.startsWith(VERSION)) {
            version = line.substring(VERSION.length()).strip();
        } else if (line.equals(PRIVATE_BEGINS)) {
            section = Section.PRIVATE;
        } else if (line.equals(PRIVATE_ENDS)) {
            section = Section.ICANN;
        }
    }

    private static String upToBlank(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isWhitespace(line.charAt(i))) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private void rule(int number, String rule) {
        if (rule.equals("*")) {
            // It holds anyway.
            return;
        }
        if (rule.startsWith("*.")) {
            table.add(name(number, rule, 2), SuffixTable.Kind.WILDCARD, section);
        } else if (rule.startsWith("!")) {
            table.add(name(number, rule, 1), SuffixTable.Kind.EXCEPTION, section);
        } else {
            table.add(name(number, rule, 0), SuffixTable.Kind.EXACT, section);
        }
    }

    private static String name(int number, String rule, int begin) {
        String name = rule.substring(begin);
        try {
            String ascii = isPlain(name) ? name : HostName.of(name).text();
            if (!ascii.endsWith(".")) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Line " + number + ": expected the rule of a public suffix: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "Line " + number + ": expected the rule of a public suffix, got one with a dot at its end");
    }

    /** So are nearly all, and need not be looked at more closely. */
    private static boolean isPlain(String name) {
        boolean label = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' ? !label : !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
            label = c != '.';
        }
        return label && name.length() <= 63 && !name.contains("--");
    }
}
