package dev.jackfield.itest.soak;

import dev.jackfield.itest.soak.count.Book;
import dev.jackfield.itest.soak.count.SwapClock;
import dev.jackfield.itest.soak.door.Load;
import dev.jackfield.itest.soak.door.Rack;
import dev.jackfield.itest.soak.door.Site;
import dev.jackfield.itest.soak.door.Swap;
import dev.jackfield.itest.soak.door.Swap.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Swaps in random order, one at a time, under load. Used on one thread. */
final class Course {
    /** The swap that is made from outside. */
    static final String RESTART = "restart";

    /** Enough for some requests of every kind, so that all classes are there before they are counted. */
    private static final int WARM_UP_RATE = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofMillis(500);

    private final Frame frame;
    private final Site site;
    private final Plan plan;
    private final Book book;
    private final SwapClock clock;
    private final Tally tally = new Tally();
    private final Random random;
    private Map<String, Swap> swaps = Map.of();
    private Load load;
    private int rate;
    private long loadedSince;
    private long loadedNanos;

    Course(Frame frame, Site site, Plan plan, Book book, SwapClock clock) throws Exception {
        this.frame = frame;
        this.site = site;
        this.plan = plan;
        this.book = book;
        this.clock = clock;
        this.random = new Random(plan.seed());
        this.rate = Math.max(plan.rate(), WARM_UP_RATE);
        frame.service(Rack.class).configure(site);
        LockSupport.parkNanos(SETTLED.toNanos());
        enter();
    }

    Tally tally() {
        return tally;
    }

    /** How often each kind shall have been swapped in the end. */
    Map<String, Integer> asked() {
        Map<String, Integer> asked = new LinkedHashMap<>(Map.of(RESTART, plan.restarts()));
        swaps.forEach((kind, swap) -> asked.put(kind, plan.times(swap.cost())));
        return asked;
    }

    /** How long requests have been sent, in nanoseconds. */
    long loadedNanos() {
        return loadedNanos;
    }

    void begin() {
        load.start(book, site, rate);
        loadedSince = System.nanoTime();
    }

    /** Sends nothing more, and waits for what is under way. What does not end is counted as lost by the book. */
    void end() throws InterruptedException {
        load.stop();
        loadedNanos += System.nanoTime() - loadedSince;
        long begin = System.nanoTime();
        while (book.underWay() > 0 && System.nanoTime() - begin < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Swaps of each kind that there will be, to begin with, however few there will be; and a restart. */
    void warmUp() throws Exception {
        List<String> order = new ArrayList<>();
        swaps.forEach((kind, swap) -> {
            int times = swap.cost() == Cost.SLOW ? 1 : plan.warmUp();
            order.addAll(Collections.nCopies(plan.times(swap.cost()) == 0 ? 0 : times, kind));
        });
        order.addAll(Collections.nCopies(Math.min(1, plan.restarts()), RESTART));
        inDisorder(order);
        rate = plan.rate();
    }

    /** All swaps that hold nothing up. */
    void swap() throws Exception {
        List<String> order = new ArrayList<>();
        swaps.forEach((kind, swap) ->
                order.addAll(Collections.nCopies(swap.cost() == Cost.SLOW ? 0 : plan.times(swap.cost()), kind)));
        inDisorder(order);
    }

    /** The others, and restarts of the framework among them. */
    void swapSlowly() throws Exception {
        List<String> order = new ArrayList<>(Collections.nCopies(plan.restarts(), RESTART));
        swaps.forEach(
                (kind, swap) -> order.addAll(Collections.nCopies(swap.cost() == Cost.SLOW ? plan.slow() : 0, kind)));
        inDisorder(order);
    }

    private void inDisorder(List<String> order) throws InterruptedException {
        Collections.shuffle(order, random);
        for (String kind : order) {
            one(kind);
            LockSupport.parkNanos(plan.gap().toNanos());
        }
    }

    /** Nothing of what was plugged in is counted twice. */
    void leave() {
        swaps.forEach((kind, swap) -> tally.used(kind, swap.used()));
        swaps = Map.of();
    }

    private void one(String kind) throws InterruptedException {
        long begin = System.nanoTime();
        clock.begin();
        try {
            if (kind.equals(RESTART)) {
                restart();
            } else {
                swaps.get(kind).swap();
            }
            tally.made(kind, System.nanoTime() - begin);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            tally.failed(kind, e);
        } finally {
            clock.end();
        }
    }

    /** The load is not told: it is stopped with everything else, and what is under way ends. */
    private void restart() throws Exception {
        leave();
        book.excusing(true);
        try {
            loadedNanos += System.nanoTime() - loadedSince;
            frame.restart();
            enter();
        } finally {
            book.excusing(false);
        }
        begin();
    }

    private void enter() throws Exception {
        load = frame.service(Load.class);
        Map<String, Swap> found = new LinkedHashMap<>();
        for (Swap swap : frame.service(Rack.class).swaps(site, plan.stay())) {
            if (!plan.without().contains(swap.kind())) {
                found.put(swap.kind(), swap);
            }
        }
        swaps = found;
    }
}
