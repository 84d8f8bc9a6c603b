package dev.jackfield.shell.internal;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * Frees the thread of a command from an output that takes nothing: by interrupting it, which the streams of a process
 * and of Karaf's sessions heed.
 *
 * <p><i>Thread-safe.</i>
 */
final class Alarm {
    /** What may take long. */
    @FunctionalInterface
    interface Work {
        OptionalInt run() throws IOException;
    }

    /** Time was up before the work was begun. */
    static final class Rung extends IOException {
        private static final long serialVersionUID = 1L;

        private Rung() {
            super("Time is up");
        }
    }

    private final Thread worker = Thread.currentThread();
    private boolean working;
    private boolean rung;

    /** From any thread: ends the work under way; there will be no more. */
    synchronized void ring() {
        rung = true;
        if (working) {
            worker.interrupt();
        }
    }

    synchronized boolean rung() {
        return rung;
    }

    /** On the thread that made the alarm: works unless time is up. */
    OptionalInt over(Work work) throws IOException {
        begin();
        try {
            return work.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() throws Rung {
        if (rung) {
            throw new Rung();
        }
        working = true;
    }

    private synchronized void end() {
        working = false;
        if (rung) {
            // It was meant for the work, not for what the thread does next.
            Thread.interrupted();
        }
    }
}
