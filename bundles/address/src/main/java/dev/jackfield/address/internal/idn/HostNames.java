package dev.jackfield.address.internal.idn;

import dev.jackfield.address.internal.Quoted;
import dev.jackfield.address.internal.idn.Uts46.Flag;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What {@link dev.jackfield.address.HostName} asks of a name: much of one to be converted, less of one in ASCII. */
public final class HostNames {
    private static final Set<Flag> TO_BE_CONVERTED = EnumSet.of(Flag.STD3, Flag.EDGE_HYPHENS, Flag.DNS_LENGTHS);
    private static final Set<Flag> IN_ASCII = EnumSet.of(Flag.DNS_LENGTHS);

    private HostNames() {}

    public static String toAscii(String text) {
        return Ascii.isAll(text) ? ascii(text) : Uts46.toAscii(text, TO_BE_CONVERTED);
    }

    /** Nothing is made of a name that is in lower case. */
    private static String ascii(String text) {
        DnsLengths.checkName(text);
        int length = text.length();
        int number = 1;
        int start = 0;
        int afterServices = 0;
        boolean encoded = false;
        for (int i = 0; i <= length; i++) {
            if (i < length && text.charAt(i) != '.') {
                if (!isHostCharacter(text.charAt(i))) {
                    throw new IllegalArgumentException("Expected a host name, got " + Quoted.of(text) + ": label "
                            + number + " has " + Label.hex(text.charAt(i)) + ", which no host may have");
                }
                continue;
            }
            boolean root = start == length && length > 0;
            if (!root && !DnsLengths.fits(i - start)) {
                throw DnsLengths.refused(number, text.substring(start, i));
            }
            if (start == afterServices && i < length && text.charAt(start) == '_') {
                afterServices = i + 1;
            }
            encoded |= text.regionMatches(true, start, Label.PREFIX, 0, Label.PREFIX.length());
            start = i + 1;
            number++;
        }
        if (encoded) {
            // Not the labels of a service before the host (RFC 8552): the rules for mixed directions would refuse them.
            Uts46.toAscii(text.substring(afterServices), IN_ASCII);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isHostCharacter(char c) {
        return c == '_' || Ascii.isLetterDigitHyphen(c) || c >= 'A' && c <= 'Z';
    }
}
