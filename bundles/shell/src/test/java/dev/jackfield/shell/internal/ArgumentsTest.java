package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void noticesWhatTheLocaleHasLost() {
        assertThat(Arguments.illegible("ANSI_X3.4-1968", List.of("-H", "Accept: \uFFFD\uFFFD")))
                .hasValueSatisfying(why -> assertThat(why).contains("ANSI_X3.4-1968", "Accept: ", "LC_ALL=C.UTF-8"));
        assertThat(Arguments.illegible("ANSI_X3.4-1968", List.of("-H", "Accept: x")))
                .isEmpty();
    }

    @Test
    void takesWhatSomebodyReallyTyped() {
        assertThat(Arguments.illegible("UTF-8", List.of("-H", "Accept: \uFFFD")))
                .isEmpty();
    }
}
