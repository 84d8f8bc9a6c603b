package dev.jackfield.shell.internal.demo;

import java.util.List;

/**
 * How the demo stands. <i>Immutable.</i>
 *
 * @param elapsed seconds since the beginning
 * @param length seconds of the whole
 * @param requests completed so far
 * @param rates requests per second, lately, the newest at the end; at least one
 * @param turns what is swapped, at least one
 * @param swapped which of them was swapped last
 * @param lost requests that failed, and swaps
 * @param doubled requests that an origin had seen before
 */
public record Score(
        double elapsed,
        double length,
        long requests,
        List<Double> rates,
        List<Turn> turns,
        int swapped,
        long lost,
        long doubled) {

    /**
     * The newest rate.
     *
     * @return requests per second
     */
    public double rate() {
        return rates.get(rates.size() - 1);
    }

    /**
     * All swaps.
     *
     * @return that took effect
     */
    public long swaps() {
        return turns.stream().mapToLong(Turn::made).sum();
    }

    /**
     * What was swapped last.
     *
     * @return the first, if nothing was
     */
    public Turn last() {
        return turns.get(swapped);
    }
}
