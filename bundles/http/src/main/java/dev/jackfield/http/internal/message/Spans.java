package dev.jackfield.http.internal.message;

import java.time.Duration;

/** Lengths of time: never so long that adding them to a clock reading overflows, and shown as people write them. */
public final class Spans {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Spans() {}

    /** The same, but at most a hundred years. */
    public static Duration capped(Duration span) {
        return span.compareTo(LONGEST) < 0 ? span : LONGEST;
    }

    /** Checks that it is above zero, and caps it. */
    public static Duration positive(String what, Duration span) {
        if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException(what + ": expected more than zero, got " + show(span));
        }
        return capped(span);
    }

    /** Checks that it is not below zero, and caps it. */
    public static Duration zeroOrMore(String what, Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException(what + ": expected zero or more, got " + show(span));
        }
        return capped(span);
    }

    /** For example 300 s, 1.5 s, 20 ms. */
    public static String show(Duration span) {
        if (span.isNegative()) {
            return "-" + show(span.negated());
        }
        if (span.isZero()) {
            return "0 s";
        }
        if (span.compareTo(Duration.ofMillis(1)) < 0) {
            return span.toNanos() + " ns";
        }
        if (span.compareTo(Duration.ofSeconds(1)) < 0) {
            return trimmed(span.toNanos() / 1e6) + " ms";
        }
        return trimmed(span.toMillis() / 1e3) + " s";
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
