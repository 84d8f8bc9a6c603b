package dev.jackfield.resolver.internal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.function.BiFunction;

/**
 * What a small text file says, read again whenever its time of modification, its size or its identity has changed. A file
 * that is not there, cannot be read or is too large is an empty one. <i>Thread-safe</i>, but blocks.
 */
final class WatchedFile<T> {
    private static final Logger LOG = System.getLogger("dev.jackfield.resolver");
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final Stamp NEVER = new Stamp(FileTime.fromMillis(0), -1, "");

    private final Path path;
    private final int largest;
    private final BiFunction<Path, String, T> parser;
    private final T empty;
    private Stamp seen = NEVER;
    private T content;
    private String trouble = "";

    private record Stamp(FileTime modified, long size, Object identity) {}

    WatchedFile(Path path, int largest, BiFunction<Path, String, T> parser) {
        this.path = path;
        this.largest = largest;
        this.parser = parser;
        this.empty = parser.apply(path, "");
        this.content = empty;
    }

    synchronized T read() {
        try {
            // Before the content: a change while reading is then noticed the next time.
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Stamp stamp = new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
            if (!stamp.equals(seen)) {
                content = parser.apply(path, text(now));
                seen = stamp;
            }
            trouble = "";
        } catch (NoSuchFileException none) {
            forget("");
        } catch (IOException e) {
            forget("Cannot read " + path + ": " + e.getMessage());
        }
        return content;
    }

    private String text(BasicFileAttributes attributes) throws IOException {
        // Reading from a pipe or a device might never end.
        if (!attributes.isRegularFile()) {
            throw new IOException("expected a regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] octets = in.readNBytes(largest + 1);
            if (octets.length > largest) {
                throw new IOException("expected at most " + largest + " octets, got more");
            }
            String text = new String(octets, ISO_8859_1);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        }
    }

    /** Says once what the trouble is, and not every second. */
    private void forget(String why) {
        if (!why.isEmpty() && !why.equals(trouble)) {
            LOG.log(Level.WARNING, why);
        }
        trouble = why;
        seen = NEVER;
        content = empty;
    }
}
