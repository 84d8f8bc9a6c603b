package dev.jackfield.resolver.internal.cache;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What was learnt, for as long as it holds. When it is full, what was used longest ago goes first. <i>Thread-safe.</i>
 */
public final class TtlCache<K, V> {
    /** Half of what the clock can tell apart, so that a deadline is never taken for one in the past. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final int most;
    private final LongSupplier clock;
    private final Map<K, Remembered<V>> entries;

    /** A value, and until when it holds on the clock of the cache. */
    public record Remembered<V>(V value, long deadline) {
        public Duration left(long now) {
            return Duration.ofNanos(deadline - now);
        }
    }

    /** For that many entries at most, 0 for none, on a clock like {@link System#nanoTime()}. */
    public TtlCache(int most, LongSupplier clock) {
        this.most = most;
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Remembered<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** What is known, or null: an {@link java.util.Optional} for every question would be the only object made here. */
    public V get(K key) {
        Remembered<V> known = remembered(key);
        return known == null ? null : known.value();
    }

    /** As {@link #get}, with the time for which it still holds. */
    public Remembered<V> remembered(K key) {
        long now = clock.getAsLong();
        synchronized (entries) {
            Remembered<V> known = entries.get(key);
            if (known == null || known.deadline() - now > 0) {
                return known;
            }
            entries.remove(key);
            return null;
        }
    }

    /** Remembers, unless it holds for no time at all. */
    public void put(K key, V value, Duration ttl) {
        if (most == 0 || ttl.isZero() || ttl.isNegative()) {
            return;
        }
        long nanos = (ttl.compareTo(LONGEST) < 0 ? ttl : LONGEST).toNanos();
        Remembered<V> known = new Remembered<>(value, clock.getAsLong() + nanos);
        synchronized (entries) {
            entries.put(key, known);
        }
    }

    public int size() {
        synchronized (entries) {
            return entries.size();
        }
    }
}
