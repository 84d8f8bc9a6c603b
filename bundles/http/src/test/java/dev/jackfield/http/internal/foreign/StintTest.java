package dev.jackfield.http.internal.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An interrupt reaches the work it is meant for, or nobody. */
class StintTest {
    private final Stint stint = new Stint();

    @Test
    void isInterruptedWhileItLasts() {
        stint.begin();
        stint.interrupt();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        stint.end();
        assertThat(Thread.interrupted()).as("by whoever has the thread next").isFalse();
    }

    @Test
    void isNotInterruptedBeforeOrAfterwards() {
        stint.interrupt();
        stint.begin();
        stint.end();
        stint.interrupt();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void leavesTheInterruptsOfOthersAlone() {
        stint.begin();
        Thread.currentThread().interrupt();
        stint.end();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void isWaitedFor() throws Exception {
        assertThat(stint.awaitEnd(Duration.ZERO)).isTrue();
        stint.begin();
        assertThat(stint.awaitEnd(Duration.ZERO)).isFalse();
        assertThat(stint.awaitEnd(Duration.ofMillis(1))).isFalse();
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> stint.awaitEnd(Duration.ofSeconds(10)));
        stint.end();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theEndOfOnePieceIsNotThatOfTheNext() throws Exception {
        stint.begin();
        CompletableFuture.runAsync(stint::begin).get(10, TimeUnit.SECONDS);
        stint.end();
        assertThat(stint.awaitEnd(Duration.ZERO)).isFalse();
    }
}
