package dev.jackfield.itest.soak.count;

import dev.jackfield.itest.soak.door.Kind;
import dev.jackfield.itest.soak.door.Ledger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Has requests of one kind at a time sent, and tells how long they took. <i>Thread-safe.</i> */
public final class Stopwatch implements Ledger {
    private final Latencies latencies;
    private final SwapClock clock;
    private final AtomicLong last = new AtomicLong(-1);
    private final Map<Long, Sent> underWay = new ConcurrentHashMap<>();
    private final AtomicLong failed = new AtomicLong();
    private volatile Kind kind = Kind.GET;
    private volatile String reason = "";

    private record Sent(long nanos, long swaps) {}

    /** Nothing is sent yet. */
    public Stopwatch(Latencies latencies, SwapClock clock) {
        this.latencies = latencies;
        this.clock = clock;
    }

    /** What is sent from now on. */
    public void now(Kind next) {
        kind = next;
    }

    /** The next id that stands for a request of that kind. */
    @Override
    public long begin() {
        Kind wanted = kind;
        long id = last.updateAndGet(before -> {
            long next = before + 1;
            while (Kind.of(next) != wanted) {
                next++;
            }
            return next;
        });
        underWay.put(id, new Sent(System.nanoTime(), clock.now()));
        return id;
    }

    @Override
    public void completed(long id) {
        Sent sent = underWay.remove(id);
        latencies.record(System.nanoTime() - sent.nanos(), clock.swappedSince(sent.swaps()));
    }

    @Override
    public void failed(long id, int code, String why) {
        underWay.remove(id);
        failed.incrementAndGet();
        reason = Kind.of(id) + ": " + code + " " + why;
    }

    /** Requests that have not ended. */
    public int underWay() {
        return underWay.size();
    }

    /** Requests that failed. */
    public long failed() {
        return failed.get();
    }

    /** Why the last of them did; empty if none did. */
    public String reason() {
        return reason;
    }
}
