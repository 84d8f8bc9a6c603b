package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.time.Duration;
import java.util.concurrent.Executor;

/** A loop that leaves all to another one but what a test overrides. */
class ForwardingLoop implements Loop {
    private final Loop loop;

    ForwardingLoop(Loop loop) {
        this.loop = loop;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public boolean inLoop() {
        return loop.inLoop();
    }

    @Override
    public Guard after(Duration delay, Runnable task) {
        return loop.after(delay, task);
    }

    @Override
    public long nanoTime() {
        return loop.nanoTime();
    }

    @Override
    public Executor blocking() {
        return loop.blocking();
    }
}
