package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final InetSocketAddress ONE = new InetSocketAddress("192.0.2.1", 53);
    private static final InetSocketAddress TWO = new InetSocketAddress("192.0.2.2", 53);

    private long now = Long.MAX_VALUE;
    private final Health health = new Health(() -> now);

    private static StubConfig config(boolean rotate) {
        return new StubConfig(List.of(ONE, TWO), List.of(), 1, Duration.ofSeconds(5), 2, rotate, true);
    }

    @Test
    void putsSilentServersLastForAWhile() {
        assertThat(health.order(config(false))).containsExactly(ONE, TWO);
        health.silent(ONE);
        assertThat(health.order(config(false))).containsExactly(TWO, ONE);
        now += Health.MEMORY.toNanos() - 1;
        assertThat(health.order(config(false))).containsExactly(TWO, ONE);
        now++;
        assertThat(health.order(config(false))).containsExactly(ONE, TWO);
    }

    @Test
    void keepsTheOrderWhereAllAreSilent() {
        health.silent(ONE);
        health.silent(TWO);
        assertThat(health.order(config(false))).containsExactly(ONE, TWO);
    }

    @Test
    void beginsWithAnotherServerEachTimeIfToldTo() {
        assertThat(health.order(config(true))).containsExactly(ONE, TWO);
        assertThat(health.order(config(true))).containsExactly(TWO, ONE);
        assertThat(health.order(config(true))).containsExactly(ONE, TWO);
    }

    @Test
    void hasNothingToOrderWithoutServers() {
        StubConfig none = new StubConfig(List.of(), List.of(), 1, Duration.ofSeconds(5), 2, true, true);
        assertThat(health.order(none)).isEmpty();
    }
}
