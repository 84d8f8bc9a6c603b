package dev.jackfield.cookies.internal.date;

import java.time.Instant;
import java.util.Optional;

/** Reads the dates of cookies by the algorithm of RFC 6265bis section 5.1.1: what a token is, the first that fits decides. */
public final class CookieDateScanner {
    private static final int NONE = -1;

    private final String text;
    private int at;
    private int end;
    private int hour = NONE;
    private int minute;
    private int second;
    private int day = NONE;
    private int month;
    private int year = NONE;

    private CookieDateScanner(String text) {
        this.text = text;
    }

    public static Optional<Instant> read(String text) {
        CookieDateScanner scanner = new CookieDateScanner(text);
        while (scanner.nextToken()) {
            scanner.token();
        }
        return scanner.instant();
    }

    private boolean nextToken() {
        at = end;
        while (at < text.length() && isDelimiter(text.charAt(at))) {
            at++;
        }
        end = at;
        while (end < text.length() && !isDelimiter(text.charAt(end))) {
            end++;
        }
        return end > at;
    }

    private static boolean isDelimiter(char c) {
        return c == '\t'
                || c >= ' ' && c <= '/'
                || c >= ';' && c <= '@'
                || c >= '[' && c <= '`'
                || c >= '{' && c <= '~';
    }

    private void token() {
        if (hour == NONE && time()) {
            return;
        }
        int digits = digits(at);
        if (day == NONE && (digits == 1 || digits == 2)) {
            day = number(at, digits);
        } else if (month == 0 && end - at >= 3 && Civil.month(text, at) != 0) {
            month = Civil.month(text, at);
        } else if (year == NONE && digits >= 2 && digits <= 4) {
            year = fullYear(number(at, digits));
        }
    }

    /** Three numbers of one or two digits with colons between, and then anything but a digit. */
    private boolean time() {
        int hours = digits(at);
        int minutesAt = at + hours + 1;
        if (!fits(hours) || !isColon(minutesAt - 1)) {
            return false;
        }
        int minutes = digits(minutesAt);
        int secondsAt = minutesAt + minutes + 1;
        if (!fits(minutes) || !isColon(secondsAt - 1) || !fits(digits(secondsAt))) {
            return false;
        }
        hour = number(at, hours);
        minute = number(minutesAt, minutes);
        second = number(secondsAt, digits(secondsAt));
        return true;
    }

    private static boolean fits(int digits) {
        return digits == 1 || digits == 2;
    }

    private boolean isColon(int place) {
        return place < end && text.charAt(place) == ':';
    }

    private int digits(int from) {
        int count = 0;
        while (from + count < end && text.charAt(from + count) >= '0' && text.charAt(from + count) <= '9') {
            count++;
        }
        return count;
    }

    private int number(int from, int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * 10 + text.charAt(from + i) - '0';
        }
        return number;
    }

    private static int fullYear(int year) {
        if (year < 70) {
            return year + 2000;
        }
        return year < 100 ? year + 1900 : year;
    }

    private Optional<Instant> instant() {
        boolean found = hour != NONE && day != NONE && month != 0 && year != NONE;
        return found && hour < 24 && minute < 60 && second < 60
                ? Civil.instant(year, month, day, hour, minute, second)
                : Optional.empty();
    }
}
