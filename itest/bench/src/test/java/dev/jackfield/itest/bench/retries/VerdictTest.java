package dev.jackfield.itest.bench.retries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.bench.clients.Outcome;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Outcome ANSWERED = Outcome.answered(200);
    private static final Outcome FAILED = Outcome.failed("broken");

    @Test
    void theMethodDecidesWhetherSendingAgainIsRight() {
        assertThat(Verdict.of("PUT", ANSWERED, 2)).contains("retried");
        assertThat(Verdict.of("POST", ANSWERED, 2)).contains("RE-SENT");
    }

    @Test
    void whatCameOnceAndWasNotAnsweredIsAnError() {
        assertThat(Verdict.of("GET", FAILED, 1)).contains("error");
        assertThat(Verdict.of("POST", FAILED, 1)).contains("error");
    }

    @Test
    void whatCameMoreOftenIsTold() {
        assertThat(Verdict.of("GET", ANSWERED, 3)).contains("retried, came 3 times");
        assertThat(Verdict.of("POST", FAILED, 2)).contains("error, came 2 times");
    }

    @Test
    void aNewConnectionProvesNothing() {
        assertThat(Verdict.of("GET", ANSWERED, 1)).isEmpty();
    }
}
