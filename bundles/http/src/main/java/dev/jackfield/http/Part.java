package dev.jackfield.http;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One part of a form (RFC 7578). <i>Immutable.</i>
 *
 * @param name of the field
 * @param fileName as the receiver is told; empty for none
 * @param body what it carries, with the type that the receiver is told
 */
public record Part(String name, String fileName, RequestBody body) {
    /** Checks for nulls. */
    public Part {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(body, "body");
    }

    /**
     * A field with a text.
     *
     * @param name of the field
     * @param text sent as UTF-8, without a type
     * @return the part
     */
    public static Part of(String name, String text) {
        return new Part(name, "", RequestBody.of(text).typed(""));
    }

    /**
     * A field with a file.
     *
     * @param name of the field
     * @param file of which the last part of the name is told; of type {@code application/octet-stream}
     * @return the part
     */
    public static Part of(String name, Path file) {
        Path last = file.getFileName();
        return new Part(
                name, last == null ? "" : last.toString(), RequestBody.of(file).typed("application/octet-stream"));
    }
}
