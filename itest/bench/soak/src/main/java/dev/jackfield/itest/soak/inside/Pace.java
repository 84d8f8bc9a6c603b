package dev.jackfield.itest.soak.inside;

import dev.jackfield.itest.soak.door.Load;
import java.util.concurrent.locks.LockSupport;

/** Decides when to send: at a steady rate, whatever becomes of the requests sent before. */
final class Pace {
    private static final long LOOK_AGAIN_NANOS = 300_000;

    private final Requests requests;
    private final long perSecond;
    private final Thread thread = new Thread(this::run, "soak-load");
    private volatile boolean stopping;

    Pace(Requests requests, long perSecond) {
        this.requests = requests;
        this.perSecond = perSecond;
    }

    void start() {
        thread.start();
    }

    /** Once it returns, nothing more is sent. */
    void stop() {
        stopping = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long begin = System.nanoTime();
        long sent = 0;
        while (!stopping) {
            // In thousandths of a second, lest the product overflow within the hour.
            long due = (System.nanoTime() - begin) / 1_000_000 * perSecond / 1_000;
            while (sent < due && requests.underWay() < Load.MOST && !stopping) {
                requests.send();
                sent++;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
