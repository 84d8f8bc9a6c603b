package dev.jackfield.http.internal.download;

import dev.jackfield.cookies.HttpDate;
import dev.jackfield.http.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is there already. <i>Immutable.</i>
 *
 * @param offset how much, from 0, for nothing that could be continued
 * @param modified when it was, in whole seconds
 */
record Resumption(long offset, Instant modified) {
    static final Resumption NOTHING = new Resumption(0, Instant.EPOCH);

    /** Looks at a file, and whether it is one; blocks. */
    static Resumption of(Path file, boolean wanted) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return NOTHING;
        }
        if (!found.isRegularFile()) {
            throw new IOException("Expected a regular file, or none, at " + file + ", got something else");
        }
        return wanted && found.size() > 0
                ? new Resumption(
                        found.size(), found.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS))
                : NOTHING;
    }

    Request applyTo(Request request) {
        return offset == 0
                ? request
                : request.withHeader("Range", "bytes=" + offset + "-")
                        .withHeader("If-Unmodified-Since", HttpDate.format(modified));
    }
}
