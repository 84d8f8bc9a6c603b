package dev.jackfield.cookies;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a response says about cookies. <i>Immutable.</i>
 *
 * @param from where the request went that it answers
 * @param lines the values of its Set-Cookie fields, one for each, a character for each octet: a cookie whose name, value or
 *     path has characters above U+00FF is none
 * @param date its Date, if it has one that can be read: a cookie then lives for as long as it is from there to its Expires,
 *     whatever our clock says (as in the seed)
 */
public record SetCookies(CookieContext from, List<String> lines, Optional<Instant> date) {
    /** Copies the list. */
    public SetCookies {
        Objects.requireNonNull(from, "from");
        lines = List.copyOf(lines);
        Objects.requireNonNull(date, "date");
    }
}
