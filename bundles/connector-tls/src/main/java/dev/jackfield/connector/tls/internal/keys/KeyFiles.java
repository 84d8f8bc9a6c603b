package dev.jackfield.connector.tls.internal.keys;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Texts from files, with the file's name in whatever is wrong about them. */
public final class KeyFiles {
    /** No certificate file is larger; the platform's authorities together take a quarter of it. */
    static final long LARGEST = 1 << 20;

    private KeyFiles() {}

    /**
     * Reads a file and what is in it.
     *
     * @throws IOException if that cannot be done
     */
    public static <T> T read(Path file, Function<String, T> reader) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(
                        file + ": expected PEM of at most " + LARGEST + " octets, got " + Files.size(file));
            }
            return reader.apply(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": expected PEM, got what is no text", e);
        }
    }
}
