package dev.jackfield.http.internal.foreign;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Work on a thread of a pool, a piece at a time, that can be interrupted while it lasts, and not a moment longer: the thread
 * belongs to somebody else by then. <i>Thread-safe.</i>
 */
public final class Stint {
    /** Null while nothing is done. */
    private Thread thread;

    /** Whom we have interrupted. */
    private Thread interrupted;

    /** Work begins, on the calling thread. */
    public synchronized void begin() {
        thread = Thread.currentThread();
    }

    /** Work has ended, on the thread where it began. The next piece may have begun already, on another one. */
    public synchronized void end() {
        if (interrupted == Thread.currentThread()) {
            interrupted = null;
            Thread.interrupted();
        }
        if (thread == Thread.currentThread()) {
            thread = null;
            notifyAll();
        }
    }

    /** Interrupts the work, if there is any. */
    public synchronized void interrupt() {
        if (thread != null) {
            interrupted = thread;
            thread.interrupt();
        }
    }

    /**
     * Waits until nothing is done.
     *
     * @return false if that takes longer, or the waiting was interrupted
     */
    public synchronized boolean awaitEnd(Duration most) {
        long start = System.nanoTime();
        while (thread != null) {
            long left = most.toNanos() - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
