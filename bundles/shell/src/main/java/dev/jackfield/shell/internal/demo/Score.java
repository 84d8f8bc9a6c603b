package dev.jackfield.shell.internal.demo;

import java.util.List;

/**
 * How the demo stands. <i>Immutable.</i>
 *
 * @param elapsed seconds since the beginning
 * @param length seconds of the whole
 * @param requests completed so far
 * @param rates requests per second, lately, the newest at the end; at least one
 * @param sockets the connectors that take turns
 * @param inUse which of them is plugged in
 * @param swaps that took effect
 * @param failed requests and swaps
 */
public record Score(
        double elapsed,
        double length,
        long requests,
        List<Double> rates,
        List<String> sockets,
        int inUse,
        long swaps,
        long failed) {

    /**
     * The newest rate.
     *
     * @return requests per second
     */
    public double rate() {
        return rates.get(rates.size() - 1);
    }
}
