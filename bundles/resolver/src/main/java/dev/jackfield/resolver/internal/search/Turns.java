package dev.jackfield.resolver.internal.search;

import dev.jackfield.loop.Loop;
import java.util.concurrent.RejectedExecutionException;

/** Work for a loop that may have ended. */
final class Turns {
    private Turns() {}

    static void handOver(Loop loop, Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ended) {
            // The loop on which the answer was wanted is gone, and with it everybody who could have heard it.
        }
    }
}
