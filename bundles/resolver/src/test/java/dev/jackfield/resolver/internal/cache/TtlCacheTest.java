package dev.jackfield.resolver.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TtlCacheTest {
    private long now = Long.MAX_VALUE - 5;
    private final TtlCache<String, Integer> cache = new TtlCache<>(3, () -> now);

    @Test
    void forgetsWhenTheTimeHasPassed() {
        cache.put("a", 1, Duration.ofNanos(10));
        now += 9;
        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(cache.remembered("a").left(now)).isEqualTo(Duration.ofNanos(1));
        now++;
        assertThat(cache.get("a")).isNull();
        assertThat(cache.size()).isZero();
    }

    @Test
    void forgetsFirstWhatWasUsedLongestAgo() {
        for (String key : new String[] {"a", "b", "c"}) {
            cache.put(key, 0, Duration.ofSeconds(1));
        }
        cache.get("a");
        cache.put("d", 0, Duration.ofSeconds(1));
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isZero();
        assertThat(cache.size()).isEqualTo(3);
    }

    @Test
    void remembersTheLastThatWasLearnt() {
        cache.put("a", 1, Duration.ofNanos(10));
        cache.put("a", 2, Duration.ofNanos(20));
        now += 15;
        assertThat(cache.get("a")).isEqualTo(2);
    }

    @Test
    void doesNotRememberWhatHoldsForNoTime() {
        cache.put("a", 1, Duration.ZERO);
        cache.put("b", 1, Duration.ofSeconds(-1));
        new TtlCache<String, Integer>(0, () -> now).put("a", 1, Duration.ofSeconds(1));
        assertThat(cache.size()).isZero();
    }

    @Test
    void remembersForAnyTimeThereIs() {
        cache.put("a", 1, Duration.ofSeconds(Long.MAX_VALUE));
        now += Duration.ofDays(365).toNanos();
        assertThat(cache.get("a")).isEqualTo(1);
    }

    @Test
    void keepsItsBoundWhateverManyThreadsDo() {
        IntStream.range(0, 1000).parallel().forEach(i -> cache.put("k" + i, i, Duration.ofSeconds(1)));
        assertThat(cache.size()).isEqualTo(3);
    }
}
