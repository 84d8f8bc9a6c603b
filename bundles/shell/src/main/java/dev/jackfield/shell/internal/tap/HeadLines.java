package dev.jackfield.shell.internal.tap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts octets into lines, read as UTF-8, until the empty line that ends a head; what comes after is left alone. */
final class HeadLines {
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean complete;

    HeadLines(Consumer<String> lines) {
        this.lines = lines;
    }

    boolean complete() {
        return complete;
    }

    void accept(ByteBuffer octets) {
        while (!complete && octets.hasRemaining()) {
            byte octet = octets.get();
            if (octet == '\n') {
                complete = line.size() == 0;
                lines.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (octet != '\r') {
                line.write(octet);
            }
        }
    }
}
