package dev.jackfield.http.internal.url;

import dev.jackfield.address.Ipv4;
import java.util.regex.Pattern;

/** The forms of an IPv4 address that all servers and resolvers know: {@code 127.1} and {@code 0x7f000001} are 127.0.0.1. */
final class Ipv4Forms {
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-f]*");

    /** A number without a digit, which the URL standard takes for zero. */
    private static final Pattern NO_DIGIT = Pattern.compile("(?<![^.])0x(?![^.])");

    private Ipv4Forms() {}

    /** Whether the last part is a number, so that a name it is not, whatever stands before. */
    static boolean mayBe(String lower) {
        int end = end(lower);
        int begin = lower.lastIndexOf('.', end - 1) + 1;
        if (begin == end || !isDigit(lower.charAt(begin))) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (!isDigit(lower.charAt(i))) {
                return HEXADECIMAL.matcher(lower).region(begin, end).matches();
            }
        }
        return true;
    }

    /**
     * The address as a dotted quad.
     *
     * @param url for the message
     */
    static String quad(String lower, String url) {
        if (isQuad(lower)) {
            return lower;
        }
        String number = lower.substring(0, end(lower));
        return Ipv4.parse(NO_DIGIT.matcher(number).replaceAll("0"))
                .orElseThrow(() -> Refusal.of("an IPv4 address where a host ends in a number", url))
                .toString();
    }

    /** Whether it is the form in which addresses are written. */
    static boolean isQuad(String text) {
        int parts = 1;
        int number = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (number < 0 || ++parts > 4) {
                    return false;
                }
                number = -1;
                continue;
            }
            // A zero first is the number, and makes anything behind it octal.
            if (!isDigit(c) || number == 0 || (number = Math.max(0, number) * 10 + c - '0') > 255) {
                return false;
            }
        }
        return parts == 4 && number >= 0;
    }

    private static int end(String host) {
        return host.endsWith(".") ? host.length() - 1 : host.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
