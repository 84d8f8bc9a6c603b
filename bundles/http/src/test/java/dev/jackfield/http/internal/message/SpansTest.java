package dev.jackfield.http.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({"PT300S,300 s", "PT1.5S,1.5 s", "PT0.02S,20 ms", "PT0.0015S,1.5 ms", "PT0.000000001S,1 ns", "PT0S,0 s"})
    void showsThemAsPeopleDo(Duration span, String shown) {
        assertThat(Spans.show(span)).isEqualTo(shown);
    }

    @Test
    void capsWhatIsBeyondAllMeasure() {
        assertThat(Spans.capped(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Duration.ofDays(36_500));
        assertThat(Spans.capped(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesWhatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spans.positive("timeout", Duration.ZERO))
                .withMessage("timeout: expected more than zero, got 0 s");
    }
}
