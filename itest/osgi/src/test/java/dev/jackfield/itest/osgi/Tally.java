package dev.jackfield.itest.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Counts outcomes as they come in, and waits for them to come in. */
final class Tally implements Consumer<String> {
    private static final long PATIENCE_SECONDS = 20;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> failures = new ArrayList<>();
    private long count;

    @Override
    public void accept(String outcome) {
        lock.lock();
        try {
            count++;
            if (!outcome.startsWith("200 Hello")) {
                failures.add(outcome);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many more have come in. */
    void awaitMore(long more) throws InterruptedException {
        lock.lock();
        try {
            long goal = count + more;
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (count < goal) {
                if (left <= 0) {
                    throw new AssertionError("Expected " + more + " more outcomes within " + PATIENCE_SECONDS
                            + " s, got " + (count - goal + more) + "; failures so far: " + failures);
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    List<String> failures() {
        lock.lock();
        try {
            return List.copyOf(failures);
        } finally {
            lock.unlock();
        }
    }
}
