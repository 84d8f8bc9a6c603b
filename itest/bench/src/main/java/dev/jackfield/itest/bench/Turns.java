package dev.jackfield.itest.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Loads by name, measured in turn, so that whatever else the machine does hits all of them alike. */
public final class Turns implements AutoCloseable {
    private final Map<String, Load> loads = new LinkedHashMap<>();
    private final Map<String, List<Round>> measured = new LinkedHashMap<>();

    public void add(String name, Load load) {
        loads.put(name, load);
        measured.put(name, new ArrayList<>());
    }

    /** In the order in which they were added. */
    public List<String> names() {
        return List.copyOf(loads.keySet());
    }

    /** Warms up, then measures. */
    public void run(int warmUp, int rounds, int amount) throws IOException, InterruptedException {
        if (warmUp > 0) {
            for (Load load : loads.values()) {
                load.round(warmUp);
            }
        }
        for (int i = 0; i < rounds; i++) {
            for (var load : loads.entrySet()) {
                measured.get(load.getKey()).add(load.getValue().round(amount));
            }
        }
    }

    public double median(String name, ToDoubleFunction<Round> figure) {
        return Round.median(measured.get(name), figure);
    }

    /** The median of what one has in proportion to another in the same turn: the machine's speed drifts. */
    public double ratio(String name, String other, ToDoubleFunction<Round> figure) {
        List<Round> those = measured.get(name);
        List<Round> these = measured.get(other);
        return median(IntStream.range(0, those.size())
                .mapToDouble(at -> figure.applyAsDouble(those.get(at)) / figure.applyAsDouble(these.get(at))));
    }

    private static double median(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public void close() throws IOException {
        for (Load load : loads.values()) {
            load.close();
        }
    }
}
