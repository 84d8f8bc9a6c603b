package dev.jackfield.shell.internal.tap;

import java.math.BigDecimal;
import java.time.Duration;

/** Lengths of time, for people to read. */
public final class Spans {
    private Spans() {}

    /**
     * A length in seconds, as somebody would type it.
     *
     * @param length zero or more
     * @return for example {@code 1 s} or {@code 0.25 s}
     */
    public static String text(Duration length) {
        BigDecimal seconds = BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
        return seconds.stripTrailingZeros().toPlainString() + " s";
    }
}
