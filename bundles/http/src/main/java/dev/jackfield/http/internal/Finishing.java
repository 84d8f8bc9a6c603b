package dev.jackfield.http.internal;

import dev.jackfield.loop.Guard;
import java.time.Duration;

/**
 * A sink that has all of a body, and something still to do with it. It may take its time as long as it gets on.
 * <i>Loop-confined</i> to the home of the journey, whose connection is somebody else's by now.
 */
final class Finishing implements Guard {
    private final Lane home;
    private final Incoming incoming;
    private final Duration limit;
    private final Runnable stuck;
    private Guard watch;

    /** Begins. @param stuck runs once it has not got on for so long */
    Finishing(Lane home, Incoming incoming, Duration limit, Runnable stuck) {
        this.home = home;
        this.incoming = incoming;
        this.limit = limit;
        this.stuck = stuck;
        home.finishing.add(1);
        incoming.gotOn();
        watch();
    }

    /** It is done, or not waited for any more. Called once. */
    @Override
    public void close() {
        watch.close();
        home.finishing.add(-1);
    }

    private void watch() {
        watch = home.loop.after(limit, () -> {
            if (incoming.gotOn()) {
                watch();
            } else {
                stuck.run();
            }
        });
    }
}
