package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.testkit.ManualLoop;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/** A loop turned by hand whose threads for blocking work do one thing at a time, when told to. */
final class CrowdedLoop extends ForwardingLoop {
    final ManualLoop manual;
    private final ArrayDeque<Runnable> blockers = new ArrayDeque<>();
    private final Executor blocking = blockers::add;

    CrowdedLoop() {
        this(new ManualLoop());
    }

    private CrowdedLoop(ManualLoop manual) {
        super(manual);
        this.manual = manual;
    }

    int blockers() {
        return blockers.size();
    }

    /** Runs what has waited longest for a thread, and then all there is for the loop to do. */
    void work() {
        blockers.remove().run();
        manual.run();
    }

    @Override
    public Executor blocking() {
        return blocking;
    }
}
