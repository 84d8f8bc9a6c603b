package dev.jackfield.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** What follows {@code -d}: pieces of a body, to be joined by an ampersand. Files are taken as they are. */
final class DataOption {
    private DataOption() {}

    static byte[] read(List<String> pieces, InputStream in) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                joined.write('&');
            }
            joined.writeBytes(read(pieces.get(i), in));
        }
        return joined.toByteArray();
    }

    private static byte[] read(String piece, InputStream in) throws IOException {
        if (!piece.startsWith("@")) {
            return piece.getBytes(StandardCharsets.UTF_8);
        }
        String file = piece.substring(1);
        try {
            return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (InvalidPathException | IOException e) {
            throw new IOException("Cannot read the data \"" + file + "\": " + Output.reason(e), e);
        }
    }
}
