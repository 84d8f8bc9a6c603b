package dev.jackfield.itest.soak.quiet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compares two points at which nothing is under way. Some things go by themselves after a while, such as idle threads. */
public final class Quiet {
    private static final long LOOK_AGAIN_MILLIS = 250;

    private final List<Measure> measures;
    private final Duration patience;
    private final List<Sample> before = new ArrayList<>();

    /**
     * Nothing is measured yet.
     *
     * @param measures what of
     * @param patience how long things may take to go by themselves
     */
    public Quiet(List<Measure> measures, Duration patience) {
        this.measures = List.copyOf(measures);
        this.patience = patience;
    }

    /** The first quiet point: the lowest of what is seen in this time, lest a leak hide behind what was about to go. */
    public void before(Duration looking) throws InterruptedException {
        before.clear();
        measures.forEach(measure -> before.add(measure.first()));
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < looking.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            for (int i = 0; i < before.size(); i++) {
                Sample next = measures.get(i).first();
                if (next.count() < before.get(i).count()) {
                    before.set(i, next);
                }
            }
        }
    }

    /** The second quiet point: as soon as nothing is leaked any more, or when patience is over. */
    public List<Held> after() throws InterruptedException {
        long begin = System.nanoTime();
        List<Held> held = held();
        while (held.stream().anyMatch(each -> each.leaked() > 0) && System.nanoTime() - begin < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            held = held();
        }
        return held;
    }

    private List<Held> held() {
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            held.add(measures.get(i).since(before.get(i)));
        }
        return held;
    }
}
