package dev.jackfield.http;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import dev.jackfield.loop.Watch;
import dev.jackfield.testkit.ManualLoop;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** The one loop of a client without sockets, where no time passes but what the test lets pass. */
record TurnedLoop(ManualLoop manual) implements ChannelLoop, Loops {
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
    public Watch watch(SelectableChannel channel, int interest, IntConsumer ready) throws IOException {
        throw new IOException("Expected no socket, got " + channel);
    }

    @Override
    public List<ChannelLoop> all() {
        return List.of(this);
    }

    @Override
    public Load load() {
        return new Load(0, manual.timers());
    }

    @Override
    public void close() {
        manual.end();
    }
}
