package dev.jackfield.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Values that need not be typed: {@code @FILE} stands for what is in a file, {@code @-} for standard input. */
final class FileOption {
    private FileOption() {}

    /**
     * The value.
     *
     * @throws IllegalArgumentException if the file cannot be read
     */
    static String text(String option, String typed, InputStream in) {
        if (!typed.startsWith("@")) {
            return typed;
        }
        String file = typed.substring(1);
        try {
            byte[] octets = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return new String(octets, StandardCharsets.UTF_8);
        } catch (InvalidPathException | IOException e) {
            throw unreadable(option, file, e);
        }
    }

    /** The name of a file, checked. */
    static Path path(String option, String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw unreadable(option, typed, e);
        }
    }

    static IllegalArgumentException unreadable(String option, String file, Exception why) {
        String reason = Output.reason(why);
        String named = file + ": ";
        return new IllegalArgumentException(
                option + ": cannot read \"" + file + "\": "
                        + (reason.startsWith(named) ? reason.substring(named.length()) : reason),
                why);
    }
}
