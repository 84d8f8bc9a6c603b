package dev.jackfield.shell.internal.completion;

import dev.jackfield.shell.internal.Terminal;

/** The beginning of a description: there is room for a line only. */
final class Sentence {
    private Sentence() {}

    /** Up to the end of the first sentence, without its dot. */
    static String first(String... description) {
        String text = Terminal.oneLine(String.join(" ", description));
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }
}
