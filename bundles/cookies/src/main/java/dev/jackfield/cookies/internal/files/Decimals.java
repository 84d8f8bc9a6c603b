package dev.jackfield.cookies.internal.files;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as they are written, exactly. */
final class Decimals {
    /** More digits than any double has, and few enough that what is done with them takes no time. */
    private static final int MOST_DIGITS = 400;

    private Decimals() {}

    /** Empty for what is no number, and for one with more digits or zeros than anybody means. */
    static Optional<BigDecimal> parse(String text) {
        if (text.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs((long) number.scale()) <= MOST_DIGITS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
