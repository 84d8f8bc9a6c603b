package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.internal.Census.Count;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CensusTest {
    private final Census census = new Census();

    @Test
    void countsBothKinds() {
        assertThat(census.count()).isEqualTo(new Count(0, 0));
        census.begun();
        census.begun();
        assertThat(census.count()).isEqualTo(new Count(2, 0));
        census.rested();
        assertThat(census.count()).isEqualTo(new Count(1, 1));
        census.rested();
        assertThat(census.count()).isEqualTo(new Count(0, 2));
        census.woken();
        assertThat(census.count()).isEqualTo(new Count(1, 1));
        census.idleGone();
        assertThat(census.count()).isEqualTo(new Count(1, 0));
        census.busyGone();
        assertThat(census.count()).isEqualTo(new Count(0, 0));
    }

    @Test
    void addsUp() {
        assertThat(new Count(1, 2).plus(new Count(30, 40)).plus(Count.NONE)).isEqualTo(new Count(31, 42));
    }

    @Test
    void neverShowsAConnectionTwiceOrNotAtAll() {
        census.begun();
        CompletableFuture<Void> counting = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                census.rested();
                census.woken();
            }
        });
        while (!counting.isDone()) {
            Count seen = census.count();
            assertThat(seen.busy() + seen.idle()).isEqualTo(1);
        }
        counting.join();
    }
}
