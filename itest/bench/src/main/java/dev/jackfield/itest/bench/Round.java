package dev.jackfield.itest.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one client did in one round.
 *
 * @param requests that were answered
 * @param cpuNanos of the client's whole process, the JIT and the collector included
 * @param wallNanos from first to last
 * @param bytes allocated by the client's loops; 0 if unknown
 */
record Round(long requests, long cpuNanos, long wallNanos, long bytes) {
    double cpuMicrosPerRequest() {
        return cpuNanos / 1000.0 / requests;
    }

    double requestsPerSecond() {
        return requests * 1e9 / wallNanos;
    }

    double bytesPerRequest() {
        return (double) bytes / requests;
    }

    static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
