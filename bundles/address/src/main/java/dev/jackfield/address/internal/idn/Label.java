package dev.jackfield.address.internal.idn;

import dev.jackfield.address.internal.Quoted;
import dev.jackfield.address.internal.idn.Uts46.Flag;
import java.util.Locale;
import java.util.Set;

/** One label of a name, as given and decoded, and the validity criteria of UTS-46 section 4.1. */
final class Label {
    static final String PREFIX = "xn--";

    private final int number;
    private final CodePoints given;
    private final CodePoints unicode;

    private Label(int number, CodePoints given, CodePoints unicode) {
        this.number = number;
        this.given = given;
        this.unicode = unicode;
    }

    /** Of a name that is mapped and normalized; decoded if it is an A-label. */
    static Label of(int number, CodePoints given, Table table) {
        return new Label(number, given, given.startsWith(PREFIX) ? decoded(number, given, table) : given);
    }

    /** Whatever an A-label encodes, stands as it is. */
    static Label trusted(int number, CodePoints given) {
        return new Label(number, given, given);
    }

    CodePoints unicode() {
        return unicode;
    }

    String ascii() {
        return given.isAscii() ? given.toString() : PREFIX + Punycode.encode(given);
    }

    /** The same, checked to be short enough for the DNS. */
    String shortAscii() {
        String ascii = ascii();
        if (ascii.length() > DnsLengths.MAX_LABEL) {
            throw DnsLengths.refused(number, given.toString());
        }
        return ascii;
    }

    IllegalArgumentException refused(String why) {
        return refused(number, given.toString(), why);
    }

    static IllegalArgumentException refused(int number, String label, String why) {
        return new IllegalArgumentException(
                "Expected a host name, but label " + number + ", " + Quoted.of(label) + ", " + why);
    }

    private static CodePoints decoded(int number, CodePoints given, Table table) {
        CodePoints decoded = Punycode.decode(given, PREFIX.length());
        if (decoded == null) {
            throw refused(number, given.toString(), "is not in Punycode after " + PREFIX + " (RFC 3492)");
        }
        if (decoded.isAscii()) {
            throw refused(number, given.toString(), "encodes nothing beyond ASCII");
        }
        if (decoded.startsWith(PREFIX)) {
            throw refused(number, given.toString(), "is encoded twice");
        }
        for (int i = 0; i < decoded.length(); i++) {
            if (!table.isValid(decoded.get(i))) {
                throw refused(number, given.toString(), "encodes " + hex(decoded.get(i)) + ", which no name may have");
            }
        }
        if (!new Nfc(table).of(decoded).sameAs(decoded)) {
            throw refused(number, given.toString(), "encodes text that is not in Normalization Form C");
        }
        return decoded;
    }

    void check(Set<Flag> flags, Table table) {
        int length = unicode.length();
        if (length == 0) {
            return;
        }
        if (flags.contains(Flag.EDGE_HYPHENS) && (unicode.get(0) == '-' || unicode.get(length - 1) == '-')) {
            throw refused("begins or ends with a hyphen");
        }
        if (Traits.isMark(table.traits(unicode.get(0)))) {
            throw refused("begins with the combining mark " + hex(unicode.get(0)));
        }
        for (int i = 0; i < length; i++) {
            int point = unicode.get(i);
            if (point <= 0x7F
                    && (flags.contains(Flag.STD3) && !Ascii.isLetterDigitHyphen(point)
                            || flags.contains(Flag.URL_HOST) && Ascii.isForbiddenInUrl(point))) {
                throw refused("has " + hex(point) + ", which no host may have");
            }
        }
        if (!JoiningTypes.allow(unicode, table)) {
            throw refused("has a joiner where there is nothing to join (RFC 5892 appendix A)");
        }
    }

    static String hex(int point) {
        String digits = Integer.toHexString(point).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
