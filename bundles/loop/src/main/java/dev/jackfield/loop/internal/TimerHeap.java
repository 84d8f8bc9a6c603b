package dev.jackfield.loop.internal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Timers in order of their deadline: a binary heap in which every entry knows its place, so that calling one off costs
 * no search. Equal deadlines run in the order in which they were added. <i>Loop-confined</i>, except for {@link
 * #size()}.
 */
final class TimerHeap {
    private Entry[] entries = new Entry[16];
    private int size;
    private final AtomicInteger visibleSize = new AtomicInteger();
    private long added;

    /** A timer in the heap, or out of it again. */
    static final class Entry {
        final long deadline;
        final Runnable task;
        private long order;
        private int place = -1;
        private boolean calledOff;

        Entry(long deadline, Runnable task) {
            this.deadline = deadline;
            this.task = task;
        }

        private boolean before(Entry other) {
            // Clock readings may wrap, so only their difference means anything.
            long difference = deadline - other.deadline;
            return difference < 0 || (difference == 0 && order < other.order);
        }
    }

    int size() {
        return visibleSize.getOpaque();
    }

    /** Puts an entry in, unless it was called off before it came here. */
    void add(Entry entry) {
        if (entry.calledOff) {
            return;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entry.order = added++;
        size++;
        visibleSize.setOpaque(size);
        up(size - 1, entry);
    }

    /** Takes an entry out, or keeps it from being put in. */
    void remove(Entry entry) {
        entry.calledOff = true;
        int hole = entry.place;
        if (hole < 0) {
            return;
        }
        entry.place = -1;
        size--;
        visibleSize.setOpaque(size);
        Entry last = entries[size];
        entries[size] = null;
        if (hole == size) {
            return;
        }
        if (hole > 0 && last.before(entries[(hole - 1) / 2])) {
            up(hole, last);
        } else {
            down(hole, last);
        }
    }

    /** How long until the first deadline, zero if it has passed, -1 if there is none. */
    long untilFirst(long now) {
        return size == 0 ? -1 : Math.max(0, entries[0].deadline - now);
    }

    /** Takes out the first entry if its deadline has passed, otherwise null. */
    Entry pollDue(long now) {
        if (size == 0 || entries[0].deadline - now > 0) {
            return null;
        }
        Entry first = entries[0];
        remove(first);
        return first;
    }

    private void up(int place, Entry entry) {
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!entry.before(entries[parent])) {
                break;
            }
            put(place, entries[parent]);
            place = parent;
        }
        put(place, entry);
    }

    private void down(int place, Entry entry) {
        while (true) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && entries[child + 1].before(entries[child])) {
                child++;
            }
            if (!entries[child].before(entry)) {
                break;
            }
            put(place, entries[child]);
            place = child;
        }
        put(place, entry);
    }

    private void put(int place, Entry entry) {
        entries[place] = entry;
        entry.place = place;
    }
}
