package dev.jackfield.resolver.internal.search;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Watch;
import dev.jackfield.testkit.ManualLoop;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** A manual loop that passes for one that watches channels, for those who ask no real name server. */
record SelectorlessLoop(ManualLoop manual) implements ChannelLoop {
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
        return manual.blocking();
    }

    @Override
    public Watch watch(SelectableChannel channel, int interest, IntConsumer ready) {
        throw new UnsupportedOperationException("Expected no channels");
    }
}
