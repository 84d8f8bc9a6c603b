package dev.jackfield.cookies.internal.date;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the dates of HTTP fields (RFC 9110 section 5.6.7), from the left to the right and never back. */
public final class HttpDateScanner {
    /** What is read instead of a number that is not there. */
    private static final int NONE = -1;

    private final String text;
    private int at;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;

    private HttpDateScanner(String text) {
        this.text = text;
    }

    /** As of now if no moment is given. */
    public static Optional<Instant> read(String text, Instant now) {
        HttpDateScanner scanner = new HttpDateScanner(text);
        if (!scanner.weekday()) {
            return Optional.empty();
        }
        if (scanner.skip(',')) {
            return scanner.fixedOrObsolete(now);
        }
        return scanner.asctime() ? scanner.instant() : Optional.empty();
    }

    private Optional<Instant> fixedOrObsolete(Instant now) {
        if (!skip(' ') || !digitsOfDay() || !skipBlankOrHyphen() || !monthName() || !skipBlankOrHyphen()) {
            return Optional.empty();
        }
        boolean hyphen = text.charAt(at - 1) == '-';
        int begin = at;
        year = number(4);
        int digits = at - begin;
        if (digits != 4 && (digits != 2 || !hyphen) || !skip(' ') || !time() || !text.startsWith(" GMT", at)) {
            return Optional.empty();
        }
        at += 4;
        return digits == 4 ? instant() : century(now == null ? Instant.now() : now);
    }

    /** The last year with those two digits that is not more than 50 years ahead. */
    private Optional<Instant> century(Instant now) {
        Instant limit = now.atZone(ZoneOffset.UTC).plusYears(50).toInstant();
        int century = limit.atZone(ZoneOffset.UTC).getYear() / 100 * 100;
        int digits = year;
        year = century + digits;
        Optional<Instant> read = instant();
        if (read.isEmpty() || !read.get().isAfter(limit)) {
            return read;
        }
        year = century - 100 + digits;
        return instant();
    }

    /** A day of one digit has two blanks before it, or one as some write it. */
    private boolean asctime() {
        if (!skip(' ') || !monthName() || !skip(' ')) {
            return false;
        }
        day = number(skip(' ') ? 1 : 2);
        return day != NONE && skip(' ') && time() && skip(' ') && (year = exactly(4)) != NONE;
    }

    private Optional<Instant> instant() {
        return at == text.length() ? Civil.instant(year, month, day, hour, minute, second) : Optional.empty();
    }

    /** One capital and small letters, at least two of them. */
    private boolean weekday() {
        if (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            at++;
            while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
                at++;
            }
        }
        return at >= 3;
    }

    private boolean monthName() {
        month = Civil.month(text, at);
        if (month == 0 || !text.startsWith(Civil.monthName(month), at)) {
            return false;
        }
        at += 3;
        return true;
    }

    private boolean digitsOfDay() {
        day = number(2);
        return day != NONE;
    }

    private boolean time() {
        return (hour = number(2)) != NONE
                && skip(':')
                && (minute = number(2)) != NONE
                && skip(':')
                && (second = number(2)) != NONE
                && hour < 24
                && minute < 60
                && second <= 60;
    }

    private boolean skipBlankOrHyphen() {
        return skip(' ') || skip('-');
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private int exactly(int digits) {
        int begin = at;
        int number = number(digits);
        return at - begin == digits ? number : NONE;
    }

    /** The digits that come next, at most so many. */
    private int number(int most) {
        int begin = at;
        int number = 0;
        while (at < text.length() && at - begin < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at++) - '0';
        }
        return at == begin ? NONE : number;
    }
}
