package dev.jackfield.http.internal.message;

import dev.jackfield.http.ResponseLimits;

/**
 * How much a response may ask of us before its body.
 *
 * @param head octets of a head, and of all trailers together
 * @param fields fields of a head, and of all trailers together
 * @param interim 1xx responses before the final one
 */
public record Limits(int head, int fields, int interim) {
    /** Octets of one chunk-size line with its extensions. */
    static final int CHUNK_LINE = 4096;

    public static Limits of(ResponseLimits limits) {
        return new Limits(limits.maxHead(), limits.maxFields(), limits.maxInterim());
    }
}
