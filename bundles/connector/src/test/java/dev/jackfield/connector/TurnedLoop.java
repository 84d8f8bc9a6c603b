package dev.jackfield.connector;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** A loop that runs when told to, with a clock that stands still until told to move. The test kit has a better one, but needs this bundle. */
final class TurnedLoop implements Loop {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private long now;
    private boolean turning;

    private record Alarm(long at, Runnable task) {}

    void settle() {
        turning = true;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        turning = false;
    }

    void run(Runnable task) {
        execute(task);
        settle();
    }

    void advance(Duration by) {
        now += by.toNanos();
        for (Alarm alarm : List.copyOf(alarms)) {
            if (alarm.at <= now && alarms.remove(alarm)) {
                execute(alarm.task);
            }
        }
        settle();
    }

    int alarms() {
        return alarms.size();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public boolean inLoop() {
        return turning;
    }

    @Override
    public Guard after(Duration delay, Runnable task) {
        Alarm alarm = new Alarm(now + delay.toNanos(), task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Executor blocking() {
        throw new UnsupportedOperationException("Expected nothing that blocks");
    }
}
