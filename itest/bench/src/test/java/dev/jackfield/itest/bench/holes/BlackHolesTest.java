package dev.jackfield.itest.bench.holes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.Printed;
import org.junit.jupiter.api.Test;

class BlackHolesTest {
    @Test
    void oursGetsPastThem() {
        assertThat(Printed.by(new BlackHoles(), "--clients=jackfield"))
                .containsPattern("jackfield +[0-9.]+ s +[0-9.]+ s +[0-9.]+ s");
    }

    @Test
    void whoDoesNotIsGivenUp() {
        assertThat(Printed.by(new BlackHoles(), "--clients=jdk", "--cap=2"))
                .containsPattern("jdk +[0-9.]+ s +fails after [0-9.]+ s +none in 2 s");
    }
}
