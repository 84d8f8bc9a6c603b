package dev.jackfield.shell;

import java.util.Objects;

/**
 * A word that could stand at a place of a command line. <i>Immutable.</i>
 *
 * @param word as a whole
 * @param description for people to read, on one line; maybe empty
 */
public record Completion(String word, String description) {
    /** Checks for nulls. */
    public Completion {
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(description, "description");
    }
}
