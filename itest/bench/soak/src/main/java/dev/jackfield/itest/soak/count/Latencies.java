package dev.jackfield.itest.soak.count;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;

/** How long requests took, told apart by what happened meanwhile. <i>Thread-safe.</i> */
public final class Latencies {
    /** What happened while a request was under way. */
    public enum When {
        /** Nothing, in a time of rest. */
        CALM("without swaps"),
        /** Nothing, between two swaps. */
        BETWEEN("between swaps"),
        /** A swap, or a part of one. */
        DURING("during a swap"),
        /** Maybe a swap that holds requests up by its nature, or what had to wait for it. */
        SLOWED("stuck, restart");

        private final String text;

        When(String text) {
            this.text = text;
        }
    }

    /** What the time is for. */
    public enum Time {
        /** For no swaps. */
        CALM(When.CALM, When.CALM),
        /** For swaps that take no time. */
        SWAPS(When.BETWEEN, When.DURING),
        /** For swaps that do. */
        SLOW_SWAPS(When.SLOWED, When.SLOWED);

        private final When between;
        private final When during;

        Time(When between, When during) {
            this.between = between;
            this.during = during;
        }
    }

    private static final long MOST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};

    private final Map<When, AtomicHistogram> histograms = new EnumMap<>(When.class);
    private volatile Time time = Time.CALM;

    /** Nothing yet. */
    public Latencies() {
        for (When when : When.values()) {
            histograms.put(when, new AtomicHistogram(MOST_MICROS, DIGITS));
        }
    }

    /** What is done from now on. */
    public void now(Time next) {
        time = next;
    }

    /** All that was counted before, as in warming up, does not count. */
    public void reset() {
        histograms.values().forEach(AtomicHistogram::reset);
    }

    void record(long nanos, boolean swapped) {
        long micros = Math.min(MOST_MICROS, Math.max(1, TimeUnit.NANOSECONDS.toMicros(nanos)));
        histograms.get(swapped ? time.during : time.between).recordValue(micros);
    }

    /** How many there were. */
    public long requests(When when) {
        return histograms.get(when).getTotalCount();
    }

    /** In microseconds; 0 if there was none. */
    public long median(When when) {
        return histograms.get(when).getValueAtPercentile(50);
    }

    /** In microseconds; 0 if there was none. */
    public long longest(When when) {
        return histograms.get(when).getMaxValue();
    }

    /** A line for each, and a line above. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format(
                "%-16s%10s%9s%9s%9s%9s%10s%n",
                "latency in µs", "requests", "50 %", "90 %", "99 %", "99.9 %", "longest"));
        histograms.forEach((when, histogram) -> {
            table.append(String.format("%-16s%10d", when.text, histogram.getTotalCount()));
            for (double percentile : PERCENTILES) {
                table.append(
                        String.format(percentile == 100 ? "%10d" : "%9d", histogram.getValueAtPercentile(percentile)));
            }
            table.append(System.lineSeparator());
        });
        return table.toString();
    }
}
