package dev.jackfield.shell.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({"1000, 1 s", "200, 0.2 s", "10000, 10 s", "90500, 90.5 s", "0, 0 s", "1, 0.001 s"})
    void readsAsItWouldBeTyped(long millis, String text) {
        assertThat(Spans.text(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
