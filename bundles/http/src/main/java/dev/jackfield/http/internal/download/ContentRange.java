package dev.jackfield.http.internal.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in Content-Range (RFC 9110 section 14.4). <i>Immutable.</i>
 *
 * @param first the first octet, or {@link #NONE} if there is no range, as with status 416
 * @param end behind the last octet, or {@link #NONE}
 * @param total of the whole, or {@link #NONE} if that is not told
 */
record ContentRange(long first, long end, long total) {
    static final long NONE = -1;

    // At most eighteen digits, so nothing overflows.
    private static final Pattern RANGE =
            Pattern.compile("(?i)bytes[ \t]+(?:([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)|\\*/([0-9]{1,18}))");

    /** Reads one; empty if it is none, or makes no sense. */
    static Optional<ContentRange> parse(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(4) != null) {
            return Optional.of(new ContentRange(NONE, NONE, Long.parseLong(matcher.group(4))));
        }
        long first = Long.parseLong(matcher.group(1));
        long end = Long.parseLong(matcher.group(2)) + 1;
        long total = matcher.group(3).equals("*") ? NONE : Long.parseLong(matcher.group(3));
        boolean sensible = first < end && (total == NONE || end <= total);
        return sensible ? Optional.of(new ContentRange(first, end, total)) : Optional.empty();
    }
}
