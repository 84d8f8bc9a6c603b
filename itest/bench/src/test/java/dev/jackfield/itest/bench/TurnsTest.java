package dev.jackfield.itest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void ratiosAreTakenTurnByTurn() throws Exception {
        try (Turns turns = new Turns()) {
            turns.add("slow", load("slow", 999, 20, 200, 2000));
            turns.add("fast", load("fast", 999, 10, 100, 500));
            turns.run(5, 3, 1);
            assertThat(turns.names()).containsExactly("slow", "fast");
            assertThat(turns.median("slow", Round::cpuNanos)).isEqualTo(200);
            assertThat(turns.ratio("slow", "fast", Round::cpuNanos)).isEqualTo(2);
            assertThat(turns.ratio("fast", "fast", Round::cpuNanos)).isEqualTo(1);
        }
        assertThat(order)
                .containsExactly(
                        "slow 5",
                        "fast 5",
                        "slow 1",
                        "fast 1",
                        "slow 1",
                        "fast 1",
                        "slow 1",
                        "fast 1",
                        "slow ends",
                        "fast ends");
    }

    private Load load(String name, long... nanos) {
        ArrayDeque<Long> figures = new ArrayDeque<>();
        for (long figure : nanos) {
            figures.add(figure);
        }
        return new Load() {
            @Override
            public Round round(int amount) {
                order.add(name + " " + amount);
                return new Round(1, figures.remove(), 1, 0);
            }

            @Override
            public void close() {
                order.add(name + " ends");
            }
        };
    }
}
