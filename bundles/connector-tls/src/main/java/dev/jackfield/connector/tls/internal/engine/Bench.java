package dev.jackfield.connector.tls.internal.engine;

import dev.jackfield.loop.Guard;
import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Where handshakes compute: on the threads for blocking work, but only a few at once, and whoever is further along goes
 * first. If all took their first step before any took its second, none of many would be done before all are; and if all
 * threads computed, look-ups and files would wait for one.
 *
 * <p>A place is taken only while something computes, so a peer that says nothing holds none; and as long as something
 * does, be it for nobody any more, so that who begins and cancels gets no more of the threads than others.
 *
 * <p><i>Thread-safe.</i>
 */
final class Bench {
    /** Half of the threads there are by default. */
    private static final int MOST = 8;

    /** How many compute at once. */
    static final int PLACES = places(Runtime.getRuntime().availableProcessors());

    // Neither way strong: who has work there holds the bench, so it goes with the last of them, or with its threads.
    private static final Map<Executor, WeakReference<Bench>> BENCHES = new WeakHashMap<>();

    private final Executor threads;
    private final TreeSet<Turn> waiting =
            new TreeSet<>(Comparator.comparingInt(Turn::negatedSteps).thenComparingLong(Turn::order));
    private int free = PLACES;
    private long arrivals;

    private Bench(Executor threads) {
        this.threads = threads;
    }

    /** As many as there are processors, and one in case something blocks after all; but not all the threads. */
    static int places(int processors) {
        return Math.min(processors + 1, MOST);
    }

    /** The one of all who share these threads, so of all loops of a set. */
    static Bench of(Executor threads) {
        synchronized (BENCHES) {
            WeakReference<Bench> known = BENCHES.get(threads);
            Bench bench = known == null ? null : known.get();
            if (bench == null) {
                bench = new Bench(threads);
                BENCHES.put(threads, new WeakReference<>(bench));
            }
            return bench;
        }
    }

    /** What was asked for. Closing calls it off unless it has begun; if it has, it keeps its place to its end. */
    interface Asked extends Guard {
        /** Whether it has, maybe on another thread; what is called off before never will. */
        boolean begun();
    }

    private final class Turn implements Asked {
        final int steps;
        final long order;
        final Runnable work;
        private boolean begun;

        Turn(int steps, long order, Runnable work) {
            this.steps = steps;
            this.order = order;
            this.work = work;
        }

        int negatedSteps() {
            return -steps;
        }

        long order() {
            return order;
        }

        @Override
        public void close() {
            synchronized (Bench.this) {
                waiting.remove(this);
            }
        }

        @Override
        public boolean begun() {
            synchronized (Bench.this) {
                return begun;
            }
        }
    }

    /**
     * Has something computed as soon as its turn comes.
     *
     * @param steps how far along it is: of those who wait the one with the most goes first, of equals the first
     * @param work runs on one of the threads
     * @return calls it off
     * @throws RejectedExecutionException if the threads have ended; whatever else is thrown where there is no thread comes out
     *     of this, too
     */
    Asked ask(int steps, Runnable work) {
        Turn turn;
        synchronized (this) {
            turn = new Turn(steps, arrivals++, work);
            waiting.add(turn);
            if (free == 0) {
                return turn;
            }
            free--;
        }
        try {
            threads.execute(this::serve);
        } catch (RuntimeException | Error e) {
            // Where the system has no more threads, that is an error.
            synchronized (this) {
                free++;
                if (waiting.remove(turn)) {
                    throw e;
                }
            }
        }
        return turn;
    }

    /** What a place is for: one turn, of whoever is the furthest by the time a thread is there. */
    private void serve() {
        for (Turn turn = next(); turn != null; turn = handedOn() ? null : next()) {
            try {
                turn.work.run();
            } catch (RuntimeException | Error e) {
                if (!handedOn()) {
                    serve();
                }
                throw e;
            }
        }
    }

    /** Whose turn it is; null if nobody waits, and then the place is free. */
    private synchronized Turn next() {
        Turn turn = waiting.pollFirst();
        if (turn == null) {
            free++;
        } else {
            turn.begun = true;
        }
        return turn;
    }

    /** False if the place stays with this thread, because there is no other. */
    private boolean handedOn() {
        synchronized (this) {
            if (waiting.isEmpty()) {
                free++;
                return true;
            }
        }
        try {
            // Not on this very thread: whoever else waits for one has been there before.
            threads.execute(this::serve);
            return true;
        } catch (RejectedExecutionException e) {
            // Threads end after their loops, so nobody waits any more.
            synchronized (this) {
                free++;
            }
            return true;
        } catch (RuntimeException | Error e) {
            // Nobody is lost by that: this thread goes on, and who asks next is told if there still is none.
            return false;
        }
    }
}
