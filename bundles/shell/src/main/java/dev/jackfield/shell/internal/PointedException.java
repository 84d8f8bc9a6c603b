package dev.jackfield.shell.internal;

import java.util.List;

/** Something typed makes no sense, and can be pointed at. <i>Immutable.</i> */
final class PointedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /**
     * A complaint.
     *
     * @param lines what was typed, and a mark below it
     */
    PointedException(String message, List<String> lines, Throwable cause) {
        super(message, cause);
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }
}
