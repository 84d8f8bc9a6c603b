package dev.jackfield.http.internal;

import dev.jackfield.http.ClientOptions;

/**
 * How much a response may ask of us before its body.
 *
 * @param head octets of a head, and of all trailers together
 * @param fields fields of a head, and of all trailers together
 * @param interim 1xx responses before the final one
 */
record Limits(int head, int fields, int interim) {
    /** Octets of one chunk-size line with its extensions. */
    static final int CHUNK_LINE = 4096;

    static Limits of(ClientOptions options) {
        return new Limits(options.maxHead(), options.maxFields(), options.maxInterim());
    }
}
