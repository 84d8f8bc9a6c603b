package dev.jackfield.itest.bench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenTest {
    @Test
    void aStatusAloneIsAnAnswer() {
        assertThat(Spoken.outcome("200 ")).isEqualTo(Outcome.answered(200));
        assertThat(Spoken.outcome("404")).isEqualTo(Outcome.answered(404));
    }

    @Test
    void anythingElseIsNone() {
        assertThat(Spoken.outcome("000 Empty reply")).isEqualTo(Outcome.failed("000 Empty reply"));
        assertThat(Spoken.outcome("596 Broken pipe").answered()).isFalse();
        assertThat(Spoken.outcome("Can't locate").trouble()).isEqualTo("Expected a status, got: Can't locate");
    }
}
