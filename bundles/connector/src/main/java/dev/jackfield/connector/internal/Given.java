package dev.jackfield.connector.internal;

import java.util.List;

/** What callers have to give. */
public final class Given {
    private Given() {}

    /**
     * What was given.
     *
     * @throws NullPointerException if it is null, which says what was expected
     */
    public static <T> T of(T given, String expected) {
        if (given == null) {
            throw new NullPointerException("Expected " + expected + ", got null");
        }
        return given;
    }

    /**
     * A copy of what was given.
     *
     * @throws NullPointerException if it is null, or one of them is
     */
    public static <T> List<T> copy(List<T> given, String expected) {
        of(given, expected).forEach(one -> of(one, expected));
        return List.copyOf(given);
    }
}
