package dev.jackfield.testkit;

import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A loop that only turns when told to, with a clock that only moves when told to. Whoever calls {@link #run}, {@link
 * #advance} or {@link #settle} is its thread meanwhile.
 *
 * <p>Unlike a real loop it does not swallow what a task throws: the rest of the tasks still run, then the call that
 * turned the loop throws it.
 *
 * <p>A loop that does not come to rest within {@value #MOST} tasks fails the test.
 *
 * <p><i>Thread-safe</i> like every loop, but only one thread at a time may turn it.
 */
public final class ManualLoop implements Loop {

    /** How many tasks and timers one call may run before it takes them for an endless loop. */
    public static final int MOST = 1_000_000;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> blockers = new ConcurrentLinkedQueue<>();
    private final Executor blocking = blockers::add;
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::deadline).thenComparingLong(Alarm::order));
    private volatile Thread turning;
    private volatile long now;
    private volatile boolean ended;
    private long order;

    private record Alarm(long deadline, long order, Runnable task) {}

    /** A loop at time zero, with nothing to do. */
    public ManualLoop() {}

    /**
     * Runs tasks, and timers that are due, until there are none.
     *
     * @return how many ran
     */
    public int run() {
        return turn(now);
    }

    /**
     * Runs the next task, or without one the next timer that is due, and throws what it throws.
     *
     * @return false if there is none
     */
    public boolean step() {
        Runnable next = next(now);
        if (next != null) {
            runFirst(next);
        }
        return next != null;
    }

    /**
     * Runs something on the loop at once, ahead of all tasks, and nothing else.
     *
     * @param first runs before this method returns, which throws what it throws
     */
    public void runFirst(Runnable first) {
        enter();
        try {
            first.run();
        } finally {
            turning = null;
        }
    }

    /**
     * Moves the clock, stopping at each timer on the way, and runs what is due.
     *
     * @param by how far; not negative
     * @return how many tasks and timers ran
     */
    public int advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Expected time to go on, got " + by);
        }
        return turn(now + by.toNanos());
    }

    /**
     * Runs the work that was handed to {@link #blocking()} or {@link #foreign()}, in order, on the calling thread, which is not the loop
     * meanwhile. So such work is done when the test says so, and never at the same time as anything on the loop.
     *
     * @return how many tasks ran
     */
    public int runBlocking() {
        if (turning != null) {
            throw new IllegalStateException("Blocking work must not run on the loop");
        }
        Failures failures = new Failures();
        int count = 0;
        for (Runnable task; (task = blockers.poll()) != null; count++) {
            failures.guard(task);
        }
        failures.rethrow();
        return count;
    }

    /** Runs tasks, due timers and blocking work in turn until there is nothing left to do without moving the clock. */
    public void settle() {
        while (run() + runBlocking() > 0) {
            // until both are idle
        }
    }

    /** Ends the loop: what is still handed over is refused, tasks, timers and blocking work are dropped. */
    public void end() {
        ended = true;
        tasks.clear();
        blockers.clear();
        synchronized (alarms) {
            alarms.clear();
        }
    }

    /**
     * How many timers are armed.
     *
     * @return 0 or more
     */
    public int timers() {
        synchronized (alarms) {
            return alarms.size();
        }
    }

    /**
     * How many tasks wait for {@link #run}.
     *
     * @return 0 or more
     */
    public int tasks() {
        return tasks.size();
    }

    /**
     * How many tasks wait for {@link #runBlocking}.
     *
     * @return 0 or more
     */
    public int blockers() {
        return blockers.size();
    }

    @Override
    public void execute(Runnable task) {
        if (ended) {
            throw new RejectedExecutionException("The loop has ended");
        }
        tasks.add(task);
    }

    @Override
    public boolean inLoop() {
        return turning == Thread.currentThread();
    }

    @Override
    public Guard after(Duration delay, Runnable task) {
        if (ended) {
            throw new RejectedExecutionException("The loop has ended");
        }
        synchronized (alarms) {
            Alarm alarm = new Alarm(now + nanos(delay), order++, task);
            alarms.add(alarm);
            return () -> {
                synchronized (alarms) {
                    alarms.remove(alarm);
                }
            };
        }
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Executor blocking() {
        return blocking;
    }

    /** Never more than half of what a long holds, so that it can be added to the clock. */
    private static long nanos(Duration delay) {
        Duration most = Duration.ofNanos(Long.MAX_VALUE / 2);
        return delay.isNegative() ? 0 : (delay.compareTo(most) < 0 ? delay : most).toNanos();
    }

    private void enter() {
        if (turning != null) {
            throw new IllegalStateException("The loop is already being turned, by " + turning.getName());
        }
        turning = Thread.currentThread();
    }

    private int turn(long until) {
        enter();
        Failures failures = new Failures();
        int count = 0;
        try {
            for (Runnable next; (next = next(until)) != null; count++) {
                if (count == MOST) {
                    tasks.clear();
                    throw new AssertionError("Expected the loop to come to rest, but after " + MOST
                            + " tasks there are still more, such as " + next);
                }
                failures.guard(next);
            }
            now = until;
        } finally {
            turning = null;
        }
        failures.rethrow();
        return count;
    }

    /** The next task; without one, the next timer, and the clock goes there. */
    private Runnable next(long until) {
        Runnable task = tasks.poll();
        if (task != null) {
            return task;
        }
        synchronized (alarms) {
            Alarm first = alarms.peek();
            if (first == null || first.deadline() > until) {
                return null;
            }
            now = Math.max(now, first.deadline());
            return alarms.poll().task();
        }
    }

    private static final class Failures {
        private Throwable first;

        void guard(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }

        void rethrow() {
            if (first instanceof Error error) {
                throw error;
            }
            if (first != null) {
                throw (RuntimeException) first;
            }
        }
    }
}
