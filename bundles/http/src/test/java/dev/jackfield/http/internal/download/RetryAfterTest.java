package dev.jackfield.http.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Headers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final String NOW = "Sun, 06 Nov 1994 08:49:37 GMT";

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.of(Headers.of("Retry-After", "120"))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void readsADateByTheServersOwnClock() {
        assertThat(RetryAfter.of(Headers.of("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT", "Date", NOW)))
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesAllElseForNothing() {
        assertThat(RetryAfter.of(Headers.empty())).isZero();
        assertThat(RetryAfter.of(Headers.of("Retry-After", "soon", "Date", NOW)))
                .isZero();
        assertThat(RetryAfter.of(Headers.of("Retry-After", "-1"))).isZero();
        assertThat(RetryAfter.of(Headers.of("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT")))
                .isZero();
        assertThat(RetryAfter.of(Headers.of("Retry-After", "Sun, 06 Nov 1994 08:48:37 GMT", "Date", NOW)))
                .isZero();
    }
}
