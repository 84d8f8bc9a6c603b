package dev.jackfield.cookies.internal.jar;

import dev.jackfield.cookies.SameSite;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Set-Cookie field, taken apart.
 *
 * @param expires as the server's clock has it
 * @param maxAge in seconds
 * @param domain in lower case, without a dot before it; empty if there is none
 * @param path empty if there is none that counts
 */
record SetCookie(
        String name,
        String value,
        Optional<Instant> expires,
        OptionalLong maxAge,
        String domain,
        String path,
        boolean secure,
        boolean httpOnly,
        SameSite sameSite,
        boolean partitioned) {}
