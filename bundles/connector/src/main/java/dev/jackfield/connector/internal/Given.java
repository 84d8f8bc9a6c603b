package dev.jackfield.connector.internal;

import java.util.Objects;

/** What callers have to give. */
public final class Given {
    private Given() {}

    /**
     * What was given.
     *
     * @throws NullPointerException if it is null, which says what was expected
     */
    public static <T> T of(T given, String expected) {
        return Objects.requireNonNull(given, () -> "Expected " + expected + ", got null");
    }
}
