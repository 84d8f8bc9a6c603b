package dev.jackfield.anyevent;

import java.util.Objects;

/**
 * The seed's {@code ($data, $headers)}. <i>Immutable.</i>
 *
 * @param data what came
 * @param headers and what was said about it
 */
public record HttpResult(HttpData data, HttpHeaders headers) {
    /** Checks for nulls. */
    public HttpResult {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(headers, "headers");
    }
}
