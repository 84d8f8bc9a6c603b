package dev.jackfield.http.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients are called by what their configuration says. */
class ClientNameTest {
    private static final String PID = "dev.jackfield.http.client";

    @Test
    void isWhatStandsBehindTheTilde() {
        assertThat(ClientName.of(Map.of("service.pid", PID + "~back-end_1.x"))).isEqualTo("back-end_1.x");
        assertThat(ClientName.of(Map.of("service.pid", PID + "~a", "name", ""))).isEqualTo("a");
    }

    @Test
    void isWhatTheConfigurationSays() {
        assertThat(ClientName.of(Map.of("service.pid", PID + "~backend", "name", " front ")))
                .isEqualTo("front");
        assertThat(ClientName.of(Map.of("service.pid", PID + ".5b1c", "name", "front")))
                .isEqualTo("front");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a)", "*", "b\u00e4r", " "})
    void isNothingThatWouldMeanSomethingInAFilter(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientName.of(Map.of("service.pid", PID + "~backend", "name", name)))
                .withMessageStartingWith("name: expected letters, digits, \"-\", \"_\" and \".\", got ");
    }

    @Test
    void hasToBeThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientName.of(Map.of("service.pid", PID + ".5b1c")))
                .withMessageEndingWith("got nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientName.of(Map.of("name", 5)))
                .withMessageEndingWith("got \"5\"");
    }
}
