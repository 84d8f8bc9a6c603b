package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A real loop whose timers go off when the test says so, and whose clock only goes on with them. */
final class SteeredLoop implements ChannelLoop {
    private final ChannelLoop real;
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private volatile long now;

    private record Alarm(Duration delay, Runnable task) {}

    SteeredLoop(ChannelLoop real) {
        this.real = real;
    }

    /** Lets the timer go off that was armed with the shortest delay, of equals the oldest. */
    void expire() throws Exception {
        call(() -> {
            Alarm first =
                    alarms.stream().min(Comparator.comparing(Alarm::delay)).orElseThrow();
            alarms.remove(first);
            now += first.delay.toNanos();
            first.task.run();
            return null;
        });
    }

    List<Duration> timers() {
        return alarms.stream().map(Alarm::delay).toList();
    }

    /** Does something on the loop, and waits for it. */
    <T> T call(Supplier<T> task) throws Exception {
        return CompletableFuture.supplyAsync(task, real).get(5, TimeUnit.SECONDS);
    }

    @Override
    public Guard after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(delay, task);
        alarms.add(alarm);
        return () -> alarms.removeIf(armed -> armed == alarm);
    }

    @Override
    public Watch watch(SelectableChannel channel, int interest, IntConsumer ready) throws IOException {
        return real.watch(channel, interest, ready);
    }

    @Override
    public void execute(Runnable task) {
        real.execute(task);
    }

    @Override
    public boolean inLoop() {
        return real.inLoop();
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Executor blocking() {
        return real.blocking();
    }
}
