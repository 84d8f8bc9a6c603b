package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.cookies.HttpDate;
import java.time.Instant;
import java.util.Optional;

/** Dates of HTTP and of cookies: what is read is a moment that can be written. */
final class DateParser implements Parser {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FIRST = Instant.parse("1601-01-01T00:00:00Z");

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        sound(HttpDate.parse(text, NOW));
        sound(HttpDate.parseCookieDate(text));
    }

    private static void sound(Optional<Instant> read) {
        read.ifPresent(moment -> {
            holds(!moment.isBefore(FIRST) && !moment.isAfter(HttpDate.LAST), () -> "Out of range: " + moment);
            same(HttpDate.parse(HttpDate.format(moment), NOW), read, () -> "Written and read again");
            same(HttpDate.parseCookieDate(HttpDate.format(moment)), read, () -> "Read as a cookie's");
        });
    }
}
