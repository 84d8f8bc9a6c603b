package dev.jackfield.shell.internal.tap;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Cuts octets into lines until the empty line that ends a head; what comes after is left alone. */
final class HeadLines {
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private boolean complete;

    HeadLines(Consumer<String> lines) {
        this.lines = lines;
    }

    boolean complete() {
        return complete;
    }

    void accept(ByteBuffer octets) {
        while (!complete && octets.hasRemaining()) {
            char c = (char) (octets.get() & 0xff);
            if (c == '\n') {
                complete = line.isEmpty();
                lines.accept(line.toString());
                line.setLength(0);
            } else if (c != '\r') {
                line.append(c);
            }
        }
    }
}
