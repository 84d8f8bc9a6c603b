package dev.jackfield.cookies;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A cookie in a jar (RFC 6265bis section 5.7). <i>Immutable.</i>
 *
 * @param name maybe empty, for a cookie without a name
 * @param value as it came, quotes included; maybe empty
 * @param domain the host it came from, or the domain it is for: lower case, A-labels, without a dot at either end
 * @param hostOnly whether it is for that very host only
 * @param path for which it is, and what is below; begins with {@code /}
 * @param expires when it ends; empty for the end of the session
 * @param secure whether it is for https only
 * @param httpOnly whether scripts shall not see it; kept, and left to the caller
 * @param sameSite kept, and left to the caller
 * @param partitioned whether it is for one top-level site only; kept, and left to the caller
 * @param created when it was made; kept when it is overwritten
 * @param used when it was last sent, or else made
 */
public record Cookie(
        String name,
        String value,
        String domain,
        boolean hostOnly,
        String path,
        Optional<Instant> expires,
        boolean secure,
        boolean httpOnly,
        SameSite sameSite,
        boolean partitioned,
        Instant created,
        Instant used) {

    /** Checks for nulls. */
    public Cookie {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(sameSite, "sameSite");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(used, "used");
    }

    /**
     * As it stands in a Cookie field.
     *
     * @return {@code name=value}, or the value alone if there is no name
     */
    public String pair() {
        return name.isEmpty() ? value : name + "=" + value;
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return (name.isEmpty() ? "a cookie without a name" : "cookie " + name) + " of " + (hostOnly ? "" : ".") + domain
                + path;
    }
}
