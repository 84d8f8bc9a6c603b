package dev.jackfield.connector.plain.internal;

import dev.jackfield.resolver.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which target is to be started next, and when: RFC 8305 ("Happy Eyeballs") without sockets and clocks.
 *
 * <p>Hosts (ranks) come in their order; inside one the families take turns, beginning with the resolver's first choice.
 * A start is due when nothing is under way, when something has failed, or when the stagger has passed since the last
 * one; whatever is under way goes on meanwhile. In serial mode a start is due only when nothing is under way, and the
 * order is the resolver's.
 *
 * <p>Targets may become known little by little. The latest list replaces those before, but what has been started is
 * never started again.
 */
final class Race {
    /** With so many under way only a failure lets another one start, however many addresses a name has. */
    static final int MOST_AT_ONCE = 32;

    /** There is no start that time alone would bring. */
    static final long NEVER = -1;

    private final boolean serial;
    private final long stagger;
    private final Set<Target> started = new HashSet<>(4);
    private final List<Target> waiting = new ArrayList<>(2);
    private boolean complete;
    private int running;
    private boolean failure;
    private Target last;
    private long lastStart;

    /** Before anything is known. */
    Race(boolean serial, long staggerNanos) {
        this.serial = serial;
        this.stagger = staggerNanos;
    }

    /** These are all targets known by now, in the order of the resolver. */
    void known(Collection<Target> targets) {
        waiting.clear();
        for (Target target : targets) {
            if (target != null && !started.contains(place(target))) {
                waiting.add(target);
            }
        }
        if (!serial) {
            waiting.sort(Comparator.comparingInt(Target::rank));
        }
    }

    /** There will be no more targets. */
    void complete() {
        complete = true;
    }

    /** The target to be started now, which then counts as under way; null if none is due. */
    Target next(long now) {
        if (waiting.isEmpty() || !due(now)) {
            return null;
        }
        last = waiting.get(serial ? 0 : choice());
        lastStart = now;
        failure = false;
        running++;
        Target place = place(last);
        started.add(place);
        waiting.removeIf(other -> place(other).equals(place));
        return last;
    }

    /** One that was under way has failed. */
    void failed() {
        running--;
        failure = true;
    }

    /** Nanoseconds until time alone makes {@link #next} due; {@link #NEVER} if only news can. */
    long untilNext(long now) {
        boolean racing = !waiting.isEmpty() && !serial && running < MOST_AT_ONCE;
        return racing ? Math.max(0, stagger - (now - lastStart)) : NEVER;
    }

    /** Whether all have failed, and none will come. */
    boolean lost() {
        return complete && running == 0 && waiting.isEmpty();
    }

    private boolean due(long now) {
        if (running == 0) {
            return true;
        }
        return !serial && running < MOST_AT_ONCE && (failure || now - lastStart >= stagger);
    }

    /** The first of another family than the last one, if there is one of the same rank; otherwise just the first. */
    private int choice() {
        int rank = waiting.get(0).rank();
        if (last != null && last.rank() == rank) {
            for (int i = 0; i < waiting.size() && waiting.get(i).rank() == rank; i++) {
                if (waiting.get(i).address().family() != last.address().family()) {
                    return i;
                }
            }
        }
        return 0;
    }

    /** The same place is the same place, whichever host leads to it. */
    private static Target place(Target target) {
        return target.rank() == 0 ? target : new Target(target.address(), target.port());
    }
}
