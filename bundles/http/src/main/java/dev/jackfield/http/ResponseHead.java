package dev.jackfield.http;

import java.util.Objects;

/**
 * Status line and fields of a response. <i>Immutable.</i>
 *
 * @param minor the n of HTTP/1.n
 * @param status 100 to 999
 * @param reason maybe empty
 * @param headers in their order
 */
public record ResponseHead(int minor, int status, String reason, Headers headers) {
    /** Checks for nulls. */
    public ResponseHead {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(headers, "headers");
    }
}
