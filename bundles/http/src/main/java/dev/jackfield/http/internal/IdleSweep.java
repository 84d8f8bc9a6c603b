package dev.jackfield.http.internal;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * One timer for all idle connections of a pool, so that becoming idle, which happens after every exchange, arms nothing
 * most of the time. <i>Loop-confined.</i>
 */
final class IdleSweep implements Runnable {
    private static final Guard NOT_ARMED = () -> {};

    private final Loop loop;
    private final LongConsumer sweep;
    private Guard armed = NOT_ARMED;
    private long armedFor;

    /** @param sweep gets the loop's clock, and arms the next sweep if there is still something to come */
    IdleSweep(Loop loop, LongConsumer sweep) {
        this.loop = loop;
        this.sweep = sweep;
    }

    /** There is something to do at this time, if not before. */
    void at(long nanoTime) {
        if (armed != NOT_ARMED) {
            if (nanoTime - armedFor >= 0) {
                return;
            }
            armed.close();
        }
        armedFor = nanoTime;
        armed = loop.after(Duration.ofNanos(Math.max(0, nanoTime - loop.nanoTime())), this);
    }

    /** The time has come. */
    @Override
    public void run() {
        armed = NOT_ARMED;
        sweep.accept(loop.nanoTime());
    }

    void close() {
        armed.close();
        armed = NOT_ARMED;
    }
}
