package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import dev.jackfield.testkit.ManualLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/** A loop turned by hand whose threads for blocking work do one thing at a time, when told to. */
final class CrowdedLoop implements Loop {
    final ManualLoop manual = new ManualLoop();
    private final ArrayDeque<Runnable> blockers = new ArrayDeque<>();
    private final Executor blocking = blockers::add;

    int blockers() {
        return blockers.size();
    }

    /** Runs what has waited longest for a thread, and then all there is for the loop to do. */
    void work() {
        blockers.remove().run();
        manual.run();
    }

    @Override
    public void execute(Runnable task) {
        manual.execute(task);
    }

    @Override
    public boolean inLoop() {
        return manual.inLoop();
    }

    @Override
    public Guard after(Duration delay, Runnable task) {
        return manual.after(delay, task);
    }

    @Override
    public long nanoTime() {
        return manual.nanoTime();
    }

    @Override
    public Executor blocking() {
        return blocking;
    }
}
