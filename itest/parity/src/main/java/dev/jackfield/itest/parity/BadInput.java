package dev.jackfield.itest.parity;

import java.nio.file.Path;

/** Input that cannot be run; the message names the file, and the line if there is one. */
final class BadInput extends Exception {
    private static final long serialVersionUID = 1;

    BadInput(Path file, String what) {
        super(file + ": " + what);
    }

    BadInput(Path file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
