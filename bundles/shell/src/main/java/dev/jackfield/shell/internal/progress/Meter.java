package dev.jackfield.shell.internal.progress;

import dev.jackfield.http.DownloadListener;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Draws a bar in place while a download goes on. <i>Thread-safe</i>: it hears on one thread, and is drawn by another, whose
 * terminal it is.
 */
public final class Meter {
    private final PrintStream out;
    private final LongSupplier clock;
    private final Rate rate = new Rate();
    private boolean begun;
    private long octets;
    private long total;
    private boolean drawn;

    /**
     * A meter.
     *
     * @param out a terminal
     * @param clock with the meaning of {@link System#nanoTime()}
     */
    public Meter(PrintStream out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Hears how it stands, as {@link DownloadListener#written} does. */
    public synchronized void written(long now, long expected) {
        if (!begun || now < octets || expected != total) {
            begun = true;
            rate.begin(clock.getAsLong(), now);
        }
        octets = now;
        total = expected;
    }

    /** Draws how it stands, if there is anything to it. */
    public synchronized void draw() {
        if (begun) {
            rate.look(clock.getAsLong(), octets);
            out.print("\r" + Bar.text(octets, total, rate.perSecond()));
            out.flush();
            drawn = true;
        }
    }

    /** Draws it for the last time, and leaves the line. */
    public synchronized void end() {
        draw();
        begun = false;
        if (drawn) {
            out.println();
            drawn = false;
        }
    }
}
