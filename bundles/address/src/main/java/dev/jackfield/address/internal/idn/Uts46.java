package dev.jackfield.address.internal.idn;

import dev.jackfield.address.internal.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Names from Unicode to ASCII and back by UTS-46, non-transitional, with {@code CheckBidi} and {@code CheckJoiners}.
 * <i>Thread-safe.</i>
 */
public final class Uts46 {
    /** The most UTF-16 units of a name, and the most code points of it after mapping. No name in the DNS gets near it. */
    public static final int MAX_LENGTH = 1000;

    /** What is left to the caller. */
    public enum Flag {
        /** {@code UseSTD3ASCIIRules}: of ASCII only letters, digits and hyphens. */
        STD3,
        /** No forbidden domain code points of the URL standard: controls, the blank, and what divides a URL. */
        URL_HOST,
        /**
         * No label begins or ends with a hyphen. The other half of {@code CheckHyphens}, two hyphens in third place, is
         * not to be had: it refuses names that are in use.
         */
        EDGE_HYPHENS,
        /** {@code VerifyDnsLength}: no label is empty or too long for the DNS, nor is the name. */
        DNS_LENGTHS,
        /** What is ASCII already is lower-cased and not checked for what its A-labels encode, as the URL standard has it. */
        TRUST_ASCII
    }

    private Uts46() {}

    /**
     * The ASCII form: lower-case, each label beyond ASCII as an A-label. A final dot stays.
     *
     * @param name labels with any of the four dots of UTS-46 between them
     * @param flags what to do and to refuse besides
     * @return only ASCII
     * @throws IllegalArgumentException if the name has no such form; tells which label and why
     */
    public static String toAscii(String name, Set<Flag> flags) {
        if (name.length() > MAX_LENGTH) {
            throw tooLong(name.length());
        }
        Table table = Table.get();
        boolean trusted = flags.contains(Flag.TRUST_ASCII) && Ascii.isAll(name);
        CodePoints mapped = new Nfc(table).of(mapped(name, table));
        List<Label> labels = labels(mapped, flags, trusted, table);
        checkDirections(labels, table);
        if (!flags.contains(Flag.DNS_LENGTHS)) {
            return join(labels, Label::ascii);
        }
        String ascii = join(labels, Label::shortAscii);
        DnsLengths.checkName(ascii);
        return ascii;
    }

    /**
     * The Unicode form of a name that {@link #toAscii} has returned.
     *
     * @param ascii with A-labels or without
     * @return the name with its A-labels decoded
     */
    public static String toUnicode(String ascii) {
        if (!ascii.contains(Label.PREFIX)) {
            return ascii;
        }
        return join(labels(CodePoints.of(ascii), Set.of(), false, Table.get()), Label::unicode);
    }

    private static CodePoints mapped(String name, Table table) {
        CodePoints mapped = new CodePoints(name.length() + 16);
        for (int i = 0; i < name.length(); ) {
            int point = name.codePointAt(i);
            if (!table.map(point, mapped)) {
                throw new IllegalArgumentException("Expected a host name, got " + Quoted.of(name) + ": label "
                        + (1 + dots(mapped)) + " has " + Label.hex(point) + ", which no name may have");
            }
            i += Character.charCount(point);
        }
        if (mapped.length() > MAX_LENGTH) {
            throw tooLong(mapped.length());
        }
        return mapped;
    }

    private static List<Label> labels(CodePoints name, Set<Flag> flags, boolean trusted, Table table) {
        List<Label> labels = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i < name.length() && name.get(i) != '.') {
                continue;
            }
            CodePoints text = name.slice(from, i);
            boolean root = i > 0 && from == name.length();
            int number = labels.size() + 1;
            // Before all else, because encoding makes nothing shorter, and takes time.
            if (flags.contains(Flag.DNS_LENGTHS) && !root && !DnsLengths.fits(text.length())) {
                throw DnsLengths.refused(number, text.toString());
            }
            Label label = trusted ? Label.trusted(number, text) : Label.of(number, text, table);
            label.check(flags, table);
            labels.add(label);
            from = i + 1;
        }
        return labels;
    }

    private static void checkDirections(List<Label> labels, Table table) {
        boolean bidi = false;
        for (Label label : labels) {
            bidi |= Bidi.isBidi(label.unicode(), table);
        }
        for (Label label : labels) {
            if (bidi && !Bidi.allows(label.unicode(), table)) {
                throw label.refused("mixes directions (RFC 5893 section 2)");
            }
        }
    }

    private static int dots(CodePoints text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            dots += text.get(i) == '.' ? 1 : 0;
        }
        return dots;
    }

    private static String join(List<Label> labels, Function<Label, Object> form) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            name.append(i == 0 ? "" : ".").append(form.apply(labels.get(i)));
        }
        return name.toString();
    }

    private static IllegalArgumentException tooLong(int length) {
        return new IllegalArgumentException(
                "Expected a host name of at most " + MAX_LENGTH + " characters, got " + length);
    }
}
