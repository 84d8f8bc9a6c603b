package dev.jackfield.shell.internal.demo;

import java.util.ArrayDeque;
import java.util.List;

/** Requests per second, measured between looks at a counter; remembers the last {@value #KEPT}. */
final class Rates {
    static final int KEPT = 40;

    private final ArrayDeque<Double> rates = new ArrayDeque<>(KEPT);
    private long lastNanos;
    private long lastCount;

    Rates(long nanos) {
        lastNanos = nanos;
    }

    /** Looks at the counter; times must rise. */
    void look(long nanos, long count) {
        if (rates.size() == KEPT) {
            rates.removeFirst();
        }
        rates.addLast((count - lastCount) * 1e9 / Math.max(1, nanos - lastNanos));
        lastNanos = nanos;
        lastCount = count;
    }

    List<Double> list() {
        return List.copyOf(rates);
    }
}
