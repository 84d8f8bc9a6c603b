package dev.jackfield.itest.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What one client did in one round.
 *
 * @param requests that were answered
 * @param cpuNanos of the client's whole process, the JIT and the collector included
 * @param wallNanos from first to last
 * @param bytes allocated by the client's loops; 0 if unknown
 */
public record Round(long requests, long cpuNanos, long wallNanos, long bytes) {
    /** One line, for another process to {@link #parse}. */
    public String toText() {
        return requests + " " + cpuNanos + " " + wallNanos + " " + bytes;
    }

    public static Round parse(String text) {
        long[] figures = Stream.of(text.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Round(figures[0], figures[1], figures[2], figures[3]);
    }

    public double cpuMicrosPerRequest() {
        return cpuNanos / 1000.0 / requests;
    }

    public double requestsPerSecond() {
        return requests * 1e9 / wallNanos;
    }

    public double bytesPerRequest() {
        return (double) bytes / requests;
    }

    public static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
