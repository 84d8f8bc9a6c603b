package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {
    @Test
    void growsUpToTheLongestPause() {
        Retries retries = new Retries(10, Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(retries.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.pause(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(retries.pause(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(retries.pause(4)).isEqualTo(Duration.ofSeconds(5));
        assertThat(retries.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void neverPausesIfNotAskedTo() {
        assertThat(new Retries(1, Duration.ZERO, Duration.ofSeconds(5)).pause(Integer.MAX_VALUE))
                .isZero();
        assertThat(Retries.NONE.most()).isZero();
    }

    @Test
    void hasCurlsPauses() {
        assertThat(Retries.of(3).pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Retries.of(3).pause(20)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> Retries.of(-1)).hasMessage("most: expected at least 0, got -1");
        assertThatThrownBy(() -> new Retries(1, Duration.ofSeconds(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retries.of(1).pause(0)).hasMessage("retry: expected at least 1, got 0");
    }
}
