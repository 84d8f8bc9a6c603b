package dev.jackfield.shell.internal;

import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Redirects;
import picocli.CommandLine.Option;

/** Whether to go where the server says; picocli fills the fields. */
final class RedirectOptions {
    @Option(
            names = {"-L", "--location"},
            description =
                    "Follow redirects. Credentials stay at their origin, and https never leads to http, as it does in"
                            + " curl: such a redirect is the response.")
    boolean follow;

    @Option(
            names = "--max-redirs",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "With -L, follow so many at most; -1 for no limit. Default: 50.")
    int most;

    /** A redirect is what the server says, and shown as such, unless it is to be followed. */
    ClientOptions applyTo(ClientOptions options) {
        if (most < -1) {
            throw new IllegalArgumentException("--max-redirs: expected a number from 0, or -1, got " + most);
        }
        return options.withRedirects(follow ? options.redirects().withMost(limit()) : Redirects.NONE);
    }

    /** Whether it is for its number that a redirect was not followed. */
    boolean tooMany(int status, int followed) {
        return follow && followed >= limit() && (status >= 301 && status <= 303 || status == 307 || status == 308);
    }

    int limit() {
        return most < 0 ? Integer.MAX_VALUE : most;
    }
}
