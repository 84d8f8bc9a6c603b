package dev.jackfield.itest.soak.count;

import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Both ends of every request: the load enters that it began and ended, the origin that it was seen. Only what both agree
 * upon is in order. <i>Thread-safe.</i>
 */
public final class Book implements Ledger {
    /** The code of requests that end because the client is closed. */
    private static final int CLOSED = 599;

    private static final int REASONS = 5;

    private final Latencies latencies;
    private final SwapClock clock;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong endedTwice = new AtomicLong();
    private final AtomicLong strangers = new AtomicLong();
    private final Map<Long, Page> pages = new ConcurrentHashMap<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private volatile boolean excusing;
    private long settled;

    /** Nothing has begun yet. */
    public Book(Latencies latencies, SwapClock clock) {
        this.latencies = latencies;
        this.clock = clock;
    }

    @Override
    public long begin() {
        long id = begun.getAndIncrement();
        pages.computeIfAbsent(id / Page.SIZE, number -> new Page()).begin(slot(id), System.nanoTime(), clock.now());
        return id;
    }

    /** The origin has got it as a whole. */
    public void seen(long id) {
        Page page = id >= 0 && id < begun.get() ? pages.get(id / Page.SIZE) : null;
        if (page == null) {
            strangers.incrementAndGet();
        } else {
            page.seen(slot(id));
        }
    }

    @Override
    public void completed(long id) {
        Page page = pages.get(id / Page.SIZE);
        if (page == null || !page.complete(slot(id))) {
            endedTwice.incrementAndGet();
            return;
        }
        latencies.record(System.nanoTime() - page.begun(slot(id)), clock.swappedSince(page.swaps(slot(id))));
        ended.incrementAndGet();
    }

    @Override
    public void failed(long id, int code, String why) {
        Page page = pages.get(id / Page.SIZE);
        boolean excused = excusing && code == CLOSED;
        if (page == null || !page.fail(slot(id), excused)) {
            endedTwice.incrementAndGet();
            return;
        }
        if (!excused) {
            complain(id, code + " " + why);
        }
        ended.incrementAndGet();
    }

    /** While the framework is restarted, requests may end with 599. They have to end all the same. */
    public void excusing(boolean now) {
        excusing = now;
    }

    /** How many requests have begun, ever. */
    public long begun() {
        return begun.get();
    }

    /** Requests that have not ended. */
    public long underWay() {
        return begun.get() - ended.get();
    }

    /** The verdict on all requests since the last one. Nothing may be under way that shall not count as lost. */
    public Verdict settle() {
        long end = begun.get();
        long lost = 0;
        long doubled = endedTwice.getAndSet(0) + strangers.getAndSet(0);
        long excused = 0;
        for (long id = settled; id < end; id++) {
            Page page = pages.get(id / Page.SIZE);
            int slot = slot(id);
            lost += page.lost(slot) ? 1 : 0;
            doubled += page.doubled(slot) ? 1 : 0;
            excused += page.excused(slot) ? 1 : 0;
            if (!page.ended(slot)) {
                complain(id, "has not ended");
            } else if (page.doubled(slot)) {
                complain(id, "the origin saw it more than once");
            }
        }
        Verdict verdict = new Verdict(end - settled, excused, lost, doubled, new ArrayList<>(reasons));
        settled = end;
        reasons.clear();
        // A page is kept as long as a request in it may still come.
        pages.keySet().removeIf(number -> (number + 1) * Page.SIZE <= end);
        return verdict;
    }

    private void complain(long id, String what) {
        if (reasons.size() < REASONS) {
            reasons.add("request " + id + ", " + Kind.of(id) + ": " + what);
        }
    }

    private static int slot(long id) {
        return (int) (id % Page.SIZE);
    }
}
