package dev.jackfield.itest.soak;

import dev.jackfield.itest.soak.door.Swap.Cost;
import java.time.Duration;
import java.util.Set;

/**
 * What the soak is asked to do. <i>Immutable.</i>
 *
 * @param swaps of each kind that is cheap
 * @param bundles swaps of each bundle
 * @param rate requests per second
 * @param slow swaps of each kind that holds requests up
 * @param restarts of the framework
 * @param warmUp swaps of each kind before the first quiet point
 * @param stay how long what is plugged in stays
 * @param gap between two swaps
 * @param calm how long requests are sent without swaps
 * @param without kinds of swaps that are left out
 * @param seed of the order of the swaps
 */
record Plan(
        int swaps,
        int bundles,
        int rate,
        int slow,
        int restarts,
        int warmUp,
        Duration stay,
        Duration gap,
        Duration calm,
        Set<String> without,
        long seed) {
    /** How often a kind shall be swapped. */
    int times(Cost cost) {
        return switch (cost) {
            case CHEAP -> swaps;
            case BUNDLE -> bundles;
            case SLOW -> slow;
        };
    }
}
