package dev.jackfield.http.internal.download;

import dev.jackfield.cookies.HttpDate;
import dev.jackfield.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a server asks to be left alone (RFC 9110 section 10.2.3). */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** Zero if it does not say, or says what is no time from its own Date on: clocks differ. */
    static Duration of(Headers headers) {
        String text = headers.first("Retry-After").orElse("");
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Optional<Instant> then = HttpDate.parse(text);
        Optional<Instant> now = headers.first("Date").flatMap(HttpDate::parse);
        return then.isPresent() && now.isPresent() && then.get().isAfter(now.get())
                ? Duration.between(now.get(), then.get())
                : Duration.ZERO;
    }
}
