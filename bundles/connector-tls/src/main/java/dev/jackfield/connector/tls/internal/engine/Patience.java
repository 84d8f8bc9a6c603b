package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.time.Duration;

/** How long somebody may keep us waiting, all waits together. <i>Loop-confined.</i> */
final class Patience {
    private static final Guard NOT_WAITING = () -> {};

    private final Loop loop;
    private final Runnable over;
    private Duration left;
    private long since;
    private Guard alarm = NOT_WAITING;

    /** Runs {@code over} on the loop once the limit is used up. */
    Patience(Loop loop, Duration limit, Runnable over) {
        this.loop = loop;
        this.left = limit;
        this.over = over;
    }

    /** A wait begins. */
    void begin() {
        since = loop.nanoTime();
        alarm = loop.after(left, over);
    }

    /** It is over, or goes on no more; nothing stays armed. */
    void end() {
        if (alarm != NOT_WAITING) {
            alarm.close();
            alarm = NOT_WAITING;
            left = left.minusNanos(loop.nanoTime() - since);
        }
    }
}
