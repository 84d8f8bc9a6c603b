package dev.jackfield.cookies;

import dev.jackfield.cookies.internal.date.CookieDateScanner;
import dev.jackfield.cookies.internal.date.DateText;
import dev.jackfield.cookies.internal.date.HttpDateScanner;
import java.time.Instant;
import java.util.Optional;

/**
 * The dates of HTTP and of cookies. All are in UTC and have whole seconds. Reading takes time in proportion to the length
 * of the text, whatever is in it. <i>Thread-safe.</i>
 */
public final class HttpDate {
    /** The last moment that can be written: the end of the year 9999. */
    public static final Instant LAST = Instant.ofEpochSecond(DateText.LAST);

    private HttpDate() {}

    /**
     * Writes a date in the form that is to be sent (RFC 9110 section 5.6.7).
     *
     * @param moment in the years 1 to 9999; what is less than a second is cut off, towards the past
     * @return such as {@code Sun, 06 Nov 1994 08:49:37 GMT}, always 29 characters
     * @throws IllegalArgumentException if the year has not four digits
     */
    public static String format(Instant moment) {
        return DateText.of(moment.getEpochSecond());
    }

    /**
     * Reads a date as it stands in fields of HTTP. An old one, with two digits for the year, is read as of now.
     *
     * @param text nothing around it
     * @return the moment, or empty if that is none of the forms; see {@link #parse(String, Instant)}
     */
    public static Optional<Instant> parse(String text) {
        return HttpDateScanner.read(text, null);
    }

    /**
     * Reads a date as it stands in fields of HTTP: the three forms of RFC 9110 section 5.6.7, and, as in the seed, the first
     * of them with hyphens and with numbers of one digit. The day of the week is not compared with the date.
     *
     * @param text nothing around it
     * @param now what two digits for a year are read by: the last such year that is at most 50 years ahead
     * @return the moment, or empty if that is none of the forms, if there is no such date, or if it is before 1601
     */
    public static Optional<Instant> parse(String text, Instant now) {
        return HttpDateScanner.read(text, now);
    }

    /**
     * Reads a date as it stands in a cookie (RFC 6265bis section 5.1.1): a time, a day, a month and a year, in any order and
     * with nearly anything between them. What is said about zones is ignored. Of two digits, 70 to 99 mean years of the
     * twentieth century.
     *
     * @param text anything
     * @return the moment, or empty if one of the four is not there, if there is no such date, or if it is before 1601
     */
    public static Optional<Instant> parseCookieDate(String text) {
        return CookieDateScanner.read(text);
    }
}
