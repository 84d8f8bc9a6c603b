package dev.jackfield.itest.fuzz;

import java.util.Optional;
import java.util.function.Supplier;

/** Promises that many parsers make. */
public final class Promise {
    /** The texts in messages are cut at 80 characters, each of which may take six to write. */
    private static final int LONGEST_MESSAGE = 1500;

    private Promise() {}

    public static void holds(boolean what, Supplier<String> otherwise) {
        if (!what) {
            throw new AssertionError(otherwise.get());
        }
    }

    public static void same(Object got, Object expected, Supplier<String> when) {
        holds(expected.equals(got), () -> when.get() + ": expected " + expected + ", got " + got);
    }

    /** The result, or empty if it was refused as refusals should be: by the promised exception, with a message to read. */
    public static <T> Optional<T> orRefusal(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (IllegalArgumentException e) {
            // Those below are accidents.
            holds(e.getClass() == IllegalArgumentException.class, () -> "Unexpected " + e);
            readable(e.getMessage());
            return Optional.empty();
        }
    }

    /** For people and for logs: not empty, bounded, and one line whatever was in the input. */
    public static void readable(String message) {
        holds(message != null && !message.isEmpty(), () -> "A refusal without a message");
        holds(
                message.length() <= LONGEST_MESSAGE,
                () -> "A message of " + message.length() + " characters: " + message);
        holds(
                message.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029'),
                () -> "Controls in a message: " + message);
    }
}
