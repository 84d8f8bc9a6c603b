package dev.jackfield.loop.internal;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A thread around a selector. One turn: wait, serve the channels that are ready, run the timers that are due, run the
 * tasks that were there when the turn began.
 *
 * <p>Wake-ups are batched: only the first task handed over while the loop sleeps costs a system call.
 */
final class NioLoop implements ChannelLoop {
    private static final Logger LOG = System.getLogger("dev.jackfield.loop");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int MOST_IN_A_TURN = 1024;

    /** Tasks run at the end of the loop; a task that hands itself over again for ever shall not keep it from ending. */
    private static final int MOST_AT_THE_END = 100_000;

    private final Selector selector;
    private final Thread thread;
    private final Executor blocking;
    private final Executor foreign;
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Runnable> own = new ArrayDeque<>();
    private final TimerHeap timers = new TimerHeap();
    private final Consumer<SelectionKey> serve = this::serve;
    private final AtomicBoolean asleep = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger watched = new AtomicInteger();
    private volatile boolean closing;
    private volatile boolean ended;
    private long now = System.nanoTime();
    private boolean clockRead;

    NioLoop(String name, Executor blocking, Executor foreign) {
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a selector for " + name, e);
        }
        this.blocking = blocking;
        this.foreign = foreign;
        this.thread = new LoopThread(this::run, name);
        this.thread.setDaemon(true);
    }

    @Override
    public void execute(Runnable task) {
        if (inLoop()) {
            own.add(task);
            return;
        }
        if (ended) {
            throw rejected();
        }
        handedOver.add(task);
        start();
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            selector.wakeup();
        }
        if (ended && handedOver.remove(task)) {
            throw rejected();
        }
    }

    @Override
    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    @Override
    public Guard after(Duration delay, Runnable task) {
        TimerHeap.Entry entry = new TimerHeap.Entry(System.nanoTime() + Durations.nanos(delay), task);
        if (inLoop()) {
            timers.add(entry);
        } else {
            execute(() -> timers.add(entry));
        }
        return () -> {
            if (inLoop()) {
                timers.remove(entry);
            } else if (!ended) {
                tryExecute(() -> timers.remove(entry));
            }
        };
    }

    @Override
    public long nanoTime() {
        return inLoop() ? now : System.nanoTime();
    }

    @Override
    public Executor blocking() {
        return blocking;
    }

    @Override
    public Executor foreign() {
        return foreign;
    }

    @Override
    public Watch watch(SelectableChannel channel, int interest, IntConsumer ready) throws ClosedChannelException {
        if (!inLoop()) {
            throw new IllegalStateException("Expected a call on " + thread.getName() + ", got one on "
                    + Thread.currentThread().getName());
        }
        if (ended) {
            throw new ClosedChannelException();
        }
        KeyWatch watch = new KeyWatch(channel.register(selector, interest, ready));
        watched.incrementAndGet();
        return watch;
    }

    Load load() {
        return new Load(watched.get(), timers.size());
    }

    @Override
    public String toString() {
        return thread.getName();
    }

    /** Lets the thread end after what has been handed over. */
    void close() {
        closing = true;
        start();
        selector.wakeup();
    }

    /** Whether the calling thread is a loop, of whatever set. */
    static boolean onAnyLoop() {
        return Thread.currentThread() instanceof LoopThread;
    }

    /** Waits until the thread has ended. */
    void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        if (!started.get() && started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    private void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (IOException | RuntimeException e) {
            complain("The selector of " + this + " failed; the loop ends", e);
        } finally {
            end();
        }
    }

    private void turn() throws IOException {
        // An interrupt left behind by a task would close the next channel touched and never let the selector wait
        // again.
        Thread.interrupted();
        // The clock of the last turn will do: it makes a timer late by what that turn took, and never early.
        long wait = own.isEmpty() ? timers.untilFirst(now) : 0;
        clockRead = false;
        if (wait != 0) {
            asleep.set(true);
        }
        if (wait == 0 || !handedOver.isEmpty() || closing) {
            asleep.set(false);
            selector.selectNow(serve);
        } else {
            // Rounded up, because a timer must not run early; zero means for ever to the selector.
            selector.select(serve, wait < 0 ? 0 : (wait + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        }
        awake();
        for (TimerHeap.Entry due = timers.pollDue(now); due != null; due = timers.pollDue(now)) {
            safely(due.task);
        }
        // Only what is there now: tasks that hand over further tasks must not starve the channels.
        for (int n = own.size(); n > 0; n--) {
            safely(own.poll());
        }
        drainHandedOver();
    }

    /** The first thing that happens in a turn: tasks handed over from here on need no wake-up. */
    private void awake() {
        if (!clockRead) {
            clockRead = true;
            now = System.nanoTime();
            asleep.set(false);
        }
    }

    private void drainHandedOver() {
        Runnable task;
        for (int n = 0; n < MOST_IN_A_TURN && (task = handedOver.poll()) != null; n++) {
            safely(task);
        }
    }

    private void serve(SelectionKey key) {
        awake();
        int operations;
        try {
            operations = key.readyOps();
        } catch (CancelledKeyException endedMeanwhile) {
            return;
        }
        try {
            ((IntConsumer) key.attachment()).accept(operations);
        } catch (Throwable e) {
            complain("Serving a channel on " + this + " failed", e);
        }
    }

    private void safely(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            complain("A task on " + this + " failed", e);
        }
    }

    /** Loggers open files, too: one that fails for want of descriptors must not end the loop. */
    private static void complain(String what, Throwable error) {
        try {
            LOG.log(Level.ERROR, what, error);
        } catch (Throwable silenced) {
            // There is nobody left to be told.
        }
    }

    private void end() {
        ended = true;
        drainAtTheEnd();
        for (SelectionKey key : List.copyOf(selector.keys())) {
            boolean watched = key.isValid();
            quietly(key.channel());
            if (watched) {
                // Whoever waits for it finds it closed, instead of waiting for ever.
                safely(() ->
                        ((IntConsumer) key.attachment()).accept(key.channel().validOps()));
            }
        }
        drainAtTheEnd();
        quietly(selector);
    }

    private void drainAtTheEnd() {
        Runnable task;
        for (int n = 0; n < MOST_AT_THE_END && (task = own.isEmpty() ? handedOver.poll() : own.poll()) != null; n++) {
            safely(task);
        }
    }

    private void tryExecute(Runnable task) {
        try {
            execute(task);
        } catch (RejectedExecutionException endedMeanwhile) {
            // Nothing is left to call off.
        }
    }

    private RejectedExecutionException rejected() {
        return new RejectedExecutionException(thread.getName() + " has ended");
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.log(Level.DEBUG, "Closing at the end of a loop failed", e);
        }
    }

    /** Tells loops, of whatever set, from other threads. */
    private static final class LoopThread extends Thread {
        LoopThread(Runnable run, String name) {
            super(run, name);
        }
    }

    private final class KeyWatch implements Watch {
        private final SelectionKey key;
        private final AtomicBoolean ended = new AtomicBoolean();

        KeyWatch(SelectionKey key) {
            this.key = key;
        }

        @Override
        public void interest(int operations) {
            if (key.isValid() && key.interestOps() != operations) {
                key.interestOps(operations);
            }
        }

        @Override
        public int interest() {
            return key.isValid() ? key.interestOps() : 0;
        }

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                watched.decrementAndGet();
                key.cancel();
                if (!inLoop()) {
                    // A cancelled key, and the channel with it, is only let go of by the next turn.
                    selector.wakeup();
                }
            }
        }
    }
}
