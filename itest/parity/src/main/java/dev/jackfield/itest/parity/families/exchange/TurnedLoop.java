package dev.jackfield.itest.parity.families.exchange;

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
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** The one loop of an exchange, on which no time passes but what the script lets pass. There are no sockets. */
public final class TurnedLoop implements ChannelLoop, Loops {
    private static final Duration STEP = Duration.ofMillis(1);

    private final ManualLoop loop = new ManualLoop();

    /** Lets time pass until something is the case, or so much has passed. */
    public boolean until(BooleanSupplier done, Duration atMost) {
        long end = loop.nanoTime() + atMost.toNanos();
        loop.settle();
        while (!done.getAsBoolean() && loop.nanoTime() < end) {
            loop.advance(STEP);
            loop.settle();
        }
        return done.getAsBoolean();
    }

    void after(long millis, Runnable task) {
        after(Duration.ofMillis(millis), task);
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
        return new Load(0, loop.timers());
    }

    @Override
    public void close() {
        loop.end();
    }
}
